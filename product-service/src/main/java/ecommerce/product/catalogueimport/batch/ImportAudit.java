package ecommerce.product.catalogueimport.batch;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.product.catalogueimport.batch.ProductRows.Updated;
import ecommerce.product.catalogueimport.file.ImportLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Records each batch of an import, each product and category that it creates, and each changed price. The stock ledger
 * has the moved pieces of each product.
 */
@Component
class ImportAudit {

    private final Audit audit;

    ImportAudit(Audit audit) {
        this.audit = audit;
    }

    /** @param titles the titles of the categories by their ids */
    void recordCategories(Map<Long, String> titles) {
        audit.record(titles.entrySet().stream()
                .map(created -> AuditEvent.of("category.create", "category", created.getKey())
                        .with("categoryTitle", created.getValue()))
                .toList());
    }

    /** @param lines the lines of the products by their ids */
    void recordProducts(Map<Long, ImportLine> lines) {
        audit.record(lines.entrySet().stream()
                .map(created -> AuditEvent.of("product.create", "product", created.getKey())
                        .with("sku", created.getValue().sku())
                        .with("priceUnit", created.getValue().priceUnit()))
                .toList());
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
