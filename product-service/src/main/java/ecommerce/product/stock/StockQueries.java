package ecommerce.product.stock;

import ecommerce.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the stock of products for staff. Deleted products are included. */
@Service
@Transactional(readOnly = true)
public class StockQueries {

    /**
     * The stock of a product, in pieces.
     *
     * @param onHand pieces in the warehouse, without sold pieces that await shipment
     * @param reserved pieces on hand that are reserved for orders
     * @param sellable pieces on hand that aren't reserved
     * @param sold pieces that were sold and not returned
     * @param lowStockThreshold the number of sellable pieces at or below which the stock is low; absent if it never is
     */
    record StockLevel(
            long productId,
            long onHand,
            long reserved,
            long sellable,
            long sold,
            @Nullable Integer lowStockThreshold) {}

    private final JdbcClient jdbc;

    StockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StockLevel find(long productId) {
        return jdbc.sql("""
                        SELECT product_id, on_hand, reserved, on_hand - reserved AS sellable, low_stock_threshold,
                               (SELECT coalesce(-sum(delta), 0) FROM stock_movement m
                                 WHERE m.product_id = s.product_id AND reason IN ('SOLD', 'RETURNED')) AS sold
                          FROM stock s WHERE product_id = ?
                        """)
                .param(productId)
                .query(StockLevel.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }

    /** Fails with 404 if there never was such a product. */
    public void requireProduct(long productId) {
        var _ = jdbc.sql("SELECT product_id FROM product WHERE product_id = ?")
                .param(productId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }
}
