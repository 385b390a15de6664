package ecommerce.order.reconciliation;

import ecommerce.order.order.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads orders in pages, with two statements for each page. */
@Repository
@Transactional(readOnly = true)
class OrderPages {

    static final int SIZE = 200;

    /**
     * Selects order states. Both ids must be compared with the start of the page. Otherwise each page would read all
     * earlier rows of one table.
     */
    private static final String SELECT = """
            SELECT o.order_id, o.status, o.order_fee, greatest(o.changed_at, c.step_since) AS changed_at,
                   c.position = 'DONE' AS settled, o.attention_since IS NOT NULL OR c.parked AS flagged, c.closed_by_hand,
                   c.parked OR EXISTS (SELECT FROM scheduled_tasks t
                        WHERE t.task_name IN ('fulfilment', 'checkout')
                          AND t.task_instance = o.order_id || ':' || c.round) AS has_task
              FROM orders o JOIN checkout c USING (order_id)
            """;

    private final JdbcClient jdbc;

    OrderPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds the id before the first order that changed since the given time. The pages of {@link #changed} start there.
     */
    long beforeFirst(Instant since) {
        return jdbc.sql("SELECT coalesce(min(order_id), 1) - 1 FROM orders WHERE changed_at > ?")
                .param(Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** Finds the next orders after an id that changed since the given time. */
    List<OrderState> changed(long afterOrderId, Instant since) {
        return withPieces(jdbc.sql(SELECT
                        + " WHERE o.order_id > ? AND c.order_id > ? AND o.changed_at > ? ORDER BY o.order_id LIMIT ?")
                .params(afterOrderId, afterOrderId, Timestamp.from(since), SIZE)
                .query(OrderPages::toState)
                .list());
    }

    /** Finds the next orders after an id that have steps left and haven't changed since the given time. */
    List<OrderState> open(long afterOrderId, Instant since) {
        return withPieces(jdbc.sql(
                        SELECT
                                + " WHERE c.order_id > ? AND o.order_id > ? AND c.position <> 'DONE' AND o.changed_at <= ? ORDER BY c.order_id LIMIT ?")
                .params(afterOrderId, afterOrderId, Timestamp.from(since), SIZE)
                .query(OrderPages::toState)
                .list());
    }

    Optional<OrderState> find(long orderId) {
        return withPieces(jdbc.sql(SELECT + " WHERE o.order_id = ?")
                        .param(orderId)
                        .query(OrderPages::toState)
                        .list())
                .stream()
                .findFirst();
    }

    /** Returns the ids that belong to confirmed orders. */
    List<Long> confirmed(Collection<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT order_id FROM orders WHERE order_id IN (:ids) AND status = 'CONFIRMED'")
                .param("ids", orderIds)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Returns the ids that belong to orders. */
    Set<Long> existing(Collection<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT order_id FROM orders WHERE order_id IN (:ids)")
                .param("ids", orderIds)
                .query((row, number) -> row.getLong(1))
                .list());
    }

    private List<OrderState> withPieces(List<OrderState> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<Long, Map<Long, OrderState.Pieces>> pieces = new HashMap<>();
        jdbc.sql("SELECT order_id, product_id, ordered_quantity - cancelled_quantity AS parcelled,"
                        + " ordered_quantity - cancelled_quantity - returned_quantity AS still_out"
                        + " FROM order_item WHERE order_id IN (:ids)")
                .param("ids", orders.stream().map(OrderState::orderId).toList())
                .query((ResultSet row) -> {
                    pieces.computeIfAbsent(row.getLong("order_id"), id -> new HashMap<>())
                            .put(
                                    row.getLong("product_id"),
                                    new OrderState.Pieces(row.getInt("parcelled"), row.getInt("still_out")));
                });
        return orders.stream()
                .map(order -> order.with(pieces.getOrDefault(order.orderId(), Map.of())))
                .toList();
    }

    private static OrderState toState(ResultSet row, int rowNumber) throws SQLException {
        return new OrderState(
                row.getLong("order_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getBigDecimal("order_fee"),
                row.getTimestamp("changed_at").toInstant(),
                row.getBoolean("settled"),
                row.getBoolean("has_task"),
                row.getBoolean("flagged"),
                row.getBoolean("closed_by_hand"),
                Map.of());
    }
}
