package ecommerce.product.stock;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock and its ledger. Whoever changes several products' stock in one transaction does it in ascending order of their
 * ids, or two of them might wait for each other.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StockService {

    private final JdbcClient jdbc;

    StockService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Stock find(long productId) {
        return jdbc.sql("SELECT product_id, on_hand, reserved FROM stock WHERE product_id = ?")
                .param(productId)
                .query(Stock.class)
                .optional()
                .orElseGet(() -> new Stock(productId, 0, 0));
    }

    /** Makes so many pieces sellable beside what is reserved, and writes down the difference. */
    public void setSellable(long productId, int quantity, String by) {
        jdbc.sql("INSERT INTO stock (product_id) VALUES (?) ON CONFLICT DO NOTHING").param(productId).update();
        var old = jdbc.sql("SELECT product_id, on_hand, reserved FROM stock WHERE product_id = ? FOR UPDATE")
                .param(productId)
                .query(Stock.class)
                .single();
        var delta = quantity - old.sellable();
        if (delta != 0) {
            jdbc.sql("UPDATE stock SET on_hand = on_hand + ? WHERE product_id = ?")
                    .params(delta, productId)
                    .update();
            jdbc.sql("INSERT INTO stock_movement (product_id, delta, reason, moved_by) VALUES (?, ?, 'SET', ?)")
                    .params(productId, delta, by)
                    .update();
        }
    }

    /**
     * Reserves pieces if there are enough of a product that is for sale.
     *
     * @return empty when done, else how many there are
     */
    public Optional<Integer> reserve(long productId, int quantity) {
        var reserved = jdbc.sql(
                        """
                        UPDATE stock SET reserved = reserved + :quantity
                         WHERE product_id = :productId AND on_hand - reserved >= :quantity
                           AND EXISTS (SELECT FROM product p
                                        WHERE p.product_id = :productId AND p.deleted_at IS NULL)
                        """)
                .param("quantity", quantity)
                .param("productId", productId)
                .update();
        return reserved == 1 ? Optional.empty() : Optional.of(sellable(productId));
    }

    /** Gives reserved pieces back. */
    public void release(long productId, int quantity) {
        jdbc.sql("UPDATE stock SET reserved = reserved - ? WHERE product_id = ?")
                .params(quantity, productId)
                .update();
    }

    /** Hands reserved pieces out for an order. */
    public void sell(long productId, int quantity, long orderId) {
        jdbc.sql("UPDATE stock SET on_hand = on_hand - ?, reserved = reserved - ? WHERE product_id = ?")
                .params(quantity, quantity, productId)
                .update();
        jdbc.sql("INSERT INTO stock_movement (product_id, delta, reason, order_id, moved_by)"
                        + " VALUES (?, ?, 'SOLD', ?, 'order-service')")
                .params(productId, -quantity, orderId)
                .update();
    }

    private int sellable(long productId) {
        return jdbc.sql("SELECT s.on_hand - s.reserved FROM stock s JOIN product p USING (product_id)"
                        + " WHERE product_id = ? AND p.deleted_at IS NULL")
                .param(productId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
