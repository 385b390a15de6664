package ecommerce.product.stock;

import java.sql.ResultSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * Reserves pieces of each product that is for sale and has enough of them. The caller rolls back if one has not.
     *
     * @param quantities quantities by product id
     * @return the number of sellable pieces of each product that has too few
     */
    public Map<Long, Integer> reserve(long orderId, Map<Long, Integer> quantities) {
        var reserved = jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                            SELECT s.product_id, line.quantity
                              FROM stock s
                              JOIN unnest(:products::bigint[], :quantities::int[]) AS line (product_id, quantity)
                             USING (product_id)
                             ORDER BY s.product_id FOR UPDATE OF s),
                        reserved AS (
                            UPDATE stock s SET reserved = s.reserved + locked.quantity
                              FROM locked
                             WHERE s.product_id = locked.product_id AND s.on_hand - s.reserved >= locked.quantity
                               AND EXISTS (SELECT FROM product p WHERE p.product_id = s.product_id
                                                                   AND p.deleted_at IS NULL AND NOT p.hidden)
                            RETURNING s.product_id, locked.quantity)
                        INSERT INTO stock_movement (product_id, delta, reserved_delta, reason, order_id, moved_by)
                        SELECT product_id, 0, quantity, 'RESERVED', :orderId, :by FROM reserved
                        RETURNING product_id
                        """)
                .param("products", quantities.keySet().toArray(Long[]::new))
                .param("quantities", quantities.values().toArray(Integer[]::new))
                .param("orderId", orderId)
                .param("by", CHECKOUT)
                .query((row, number) -> row.getLong(1))
                .set();
        var tooFew = new TreeMap<Long, Integer>();
        quantities.keySet().stream()
                .filter(productId -> !reserved.contains(productId))
                .forEach(productId -> tooFew.put(productId, sellable(productId)));
        return tooFew;
    }

    /** Releases all reserved pieces of an order. */
    public void release(long orderId, StockReason why) {
        moveLines(orderId, 0, -1, why);
    }

    /**
     * Commits all reserved pieces of an order: they leave the stock.
     *
     * @return the quantities by product id
     */
    public SortedMap<Long, Integer> sell(long orderId) {
        return moveLines(orderId, -1, -1, StockReason.SOLD);
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

    /**
     * Moves the stock of all lines of a reservation. Locks the products in ascending order of their ids.
     *
     * @return the quantities by product id
     */
    private SortedMap<Long, Integer> moveLines(long orderId, int onHandSign, int reservedSign, StockReason why) {
        var moved = new TreeMap<Long, Integer>();
        jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                            SELECT s.product_id, l.quantity
                              FROM stock s JOIN reservation_line l USING (product_id)
                             WHERE l.order_id = :orderId ORDER BY s.product_id FOR UPDATE OF s),
                        moved AS (
                            UPDATE stock s SET on_hand = on_hand + :onHand * locked.quantity,
                                               reserved = reserved + :reserved * locked.quantity
                              FROM locked WHERE s.product_id = locked.product_id
                            RETURNING s.product_id, locked.quantity),
                        entered AS (
                            INSERT INTO stock_movement (product_id, delta, reserved_delta, reason, order_id, moved_by)
                            SELECT product_id, :onHand * quantity, :reserved * quantity, :reason, :orderId, :by FROM moved)
                        SELECT product_id, quantity FROM moved
                        """)
                .param("orderId", orderId)
                .param("onHand", onHandSign)
                .param("reserved", reservedSign)
                .param("reason", why.name())
                .param("by", CHECKOUT)
                .query((ResultSet row) -> {
                    moved.put(row.getLong("product_id"), row.getInt("quantity"));
                });
        return moved;
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
