package ecommerce.product.stock;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the number of sellable pieces at or below which the stock of a product is low. */
@Component
class StockThresholds {

    private final StockAdjustments stock;
    private final JdbcClient jdbc;
    private final Audit audit;

    StockThresholds(StockAdjustments stock, JdbcClient jdbc, Audit audit) {
        this.stock = stock;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param threshold null if the stock is never low */
    @Transactional
    void set(long productId, @Nullable Integer threshold) {
        var _ = stock.lock(productId).orElseThrow(() -> Problem.notFound("product", productId));
        jdbc.sql("UPDATE stock SET low_stock_threshold = ? WHERE product_id = ?")
                .param(threshold)
                .param(productId)
                .update();
        audit.record(AuditEvent.of("stock.threshold", "product", productId).with("lowStockThreshold", threshold));
    }
}
