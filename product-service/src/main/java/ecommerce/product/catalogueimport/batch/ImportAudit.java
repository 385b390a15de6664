package ecommerce.product.catalogueimport.batch;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.product.catalogueimport.batch.ProductRows.Updated;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Records each batch of an import and each changed price. The stock ledger has the moved pieces of each product. */
@Component
class ImportAudit {

    private final Audit audit;

    ImportAudit(Audit audit) {
        this.audit = audit;
    }

    void recordPrices(List<Updated> updated) {
        audit.record(updated.stream()
                .filter(product -> product.priceBefore().compareTo(product.priceUnit()) != 0)
                .map(product -> AuditEvent.of("product.price-change", "product", product.productId())
                        .with("sku", product.sku())
                        .withChange("priceUnit", product.priceBefore(), product.priceUnit()))
                .toList());
    }

    void recordBatch(ImportRequest request, ImportTally tally) {
        var report = tally.report();
        audit.record(AuditEvent.of(
                        "catalogue.import",
                        "import",
                        Objects.requireNonNullElse(request.idempotencyKey(), "without key"))
                .with("created", report.created())
                .with("updated", report.updated())
                .with("refused", report.refused())
                .with("opened", report.stock().opened())
                .with("added", report.stock().added())
                .with("removed", report.stock().removed()));
    }
}
