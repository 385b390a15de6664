package ecommerce.product.stock;

import ecommerce.defaults.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock as staff see it; also that of deleted products. */
@Service
@Transactional(readOnly = true)
public class StockQueries {

    /**
     * The pieces of a product.
     *
     * @param onHand in the warehouse, apart from sold pieces that await shipment
     * @param reserved of those, promised to orders
     * @param sellable of those, promised to nobody
     * @param sold handed out and not returned
     * @param lowStockThreshold at so many sellable pieces or fewer the stock is low; absent if it never is
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

    /** 404 if there never was such a product. */
    public void requireProduct(long productId) {
        var _ = jdbc.sql("SELECT product_id FROM product WHERE product_id = ?")
                .param(productId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }
}
