package ecommerce.product.catalogueexport;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import java.io.IOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/**
 * Writes the catalogue. It reads some products at a time, so neither the memory nor a connection to the database is kept
 * for a slow client. A product that changes meanwhile is written as it is when its turn comes.
 */
@Component
class CatalogueExport {

    private static final int AT_A_TIME = 1_000;

    private final ExportQueries queries;
    private final Audit audit;

    CatalogueExport(ExportQueries queries, Audit audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * Writes all products, or all hidden products.
     *
     * @throws IOException if the client is gone
     */
    void writeTo(Writer file, boolean hidden) throws IOException {
        audit.recordAlone(
                AuditEvent.of("catalogue.export", "export", hidden ? "hidden products" : "products for sale"));
        file.write(ExportedProduct.HEADER);
        var products = queries.after(0, hidden, AT_A_TIME);
        while (!products.isEmpty()) {
            for (var product : products) {
                file.write(product.line());
            }
            products = queries.after(products.getLast().productId(), hidden, AT_A_TIME);
        }
        file.flush();
    }
}
