package ecommerce.product.stock;

import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves stock for orders and enters every change in the ledger. A transaction that changes several products changes
 * them in ascending order of their ids, which prevents deadlocks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderStock {

    /** The name in the ledger for movements of orders. */
    private static final String CHECKOUT = "order-service";

    private final JdbcClient jdbc;

    OrderStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reserves pieces of a product if it is for sale and has enough of them.
     *
     * @return empty if the pieces are reserved, otherwise the number of sellable pieces
     */
    public Optional<Integer> reserve(long productId, int quantity, long orderId) {
        var reserved = jdbc.sql("""
                        WITH reserved AS (
                            UPDATE stock SET reserved = reserved + :quantity
                             WHERE product_id = :productId AND on_hand - reserved >= :quantity
                               AND EXISTS (SELECT FROM product p WHERE p.product_id = :productId
                                                                   AND p.deleted_at IS NULL AND NOT p.hidden)
                            RETURNING product_id)
                        INSERT INTO stock_movement (product_id, delta, reserved_delta, reason, order_id, moved_by)
                        SELECT product_id, 0, :quantity, 'RESERVED', :orderId, :by FROM reserved
                        """)
                .param("quantity", quantity)
                .param("productId", productId)
                .param("orderId", orderId)
                .param("by", CHECKOUT)
                .update();
        return reserved == 1 ? Optional.empty() : Optional.of(sellable(productId));
    }

    /** Releases all reserved pieces of an order. */
    public void release(long orderId, StockReason why) {
        moveLines(orderId, 0, -1, why);
    }

    /** Commits all reserved pieces of an order: they leave the stock. */
    public void sell(long orderId) {
        moveLines(orderId, -1, -1, StockReason.SOLD);
    }

    /**
     * Returns all pieces of an order that aren't returned yet.
     *
     * @param restock whether the pieces go back on sale; otherwise they are written off
     */
    public void takeBack(long orderId, boolean restock) {
        moveLines(orderId, 1, 0, StockReason.RETURNED);
        if (!restock) {
            moveLines(orderId, -1, 0, StockReason.WRITTEN_OFF);
        }
    }

    /**
     * Returns some pieces of an order.
     *
     * @param pieces quantities by product id, in ascending order
     * @param restock whether the pieces go back on sale; otherwise they are written off
     */
    public void takeBack(long orderId, SortedMap<Long, Integer> pieces, boolean restock) {
        pieces.forEach((productId, quantity) -> {
            moveIn(productId, quantity, orderId, StockReason.RETURNED);
            if (!restock) {
                moveIn(productId, -quantity, orderId, StockReason.WRITTEN_OFF);
            }
        });
    }

    private void moveIn(long productId, int delta, long orderId, StockReason why) {
        jdbc.sql("""
                        WITH moved AS (
                            UPDATE stock SET on_hand = on_hand + :delta WHERE product_id = :productId RETURNING product_id)
                        INSERT INTO stock_movement (product_id, delta, reason, order_id, moved_by)
                        SELECT product_id, :delta, :reason, :orderId, :by FROM moved
                        """)
                .param("delta", delta)
                .param("productId", productId)
                .param("reason", why.name())
                .param("orderId", orderId)
                .param("by", CHECKOUT)
                .update();
    }

    /** Moves the stock of all lines of a reservation. Locks the products in ascending order of their ids. */
    private void moveLines(long orderId, int onHandSign, int reservedSign, StockReason why) {
        jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                            SELECT s.product_id, l.quantity
                              FROM stock s JOIN reservation_line l USING (product_id)
                             WHERE l.order_id = :orderId ORDER BY s.product_id FOR UPDATE OF s),
                        moved AS (
                            UPDATE stock s SET on_hand = on_hand + :onHand * locked.quantity,
                                               reserved = reserved + :reserved * locked.quantity
                              FROM locked WHERE s.product_id = locked.product_id
                            RETURNING s.product_id, locked.quantity)
                        INSERT INTO stock_movement (product_id, delta, reserved_delta, reason, order_id, moved_by)
                        SELECT product_id, :onHand * quantity, :reserved * quantity, :reason, :orderId, :by FROM moved
                        """)
                .param("orderId", orderId)
                .param("onHand", onHandSign)
                .param("reserved", reservedSign)
                .param("reason", why.name())
                .param("by", CHECKOUT)
                .update();
    }

    private int sellable(long productId) {
        return jdbc.sql("SELECT s.on_hand - s.reserved FROM stock s JOIN product p USING (product_id)"
                        + " WHERE product_id = ? AND p.deleted_at IS NULL AND NOT p.hidden")
                .param(productId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
