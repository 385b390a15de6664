package ecommerce.order.fulfilment;

import ecommerce.order.fulfilment.Navigator.Move;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.Pieces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accesses the table {@code checkout}, which has one row for each order. */
@Repository
class FulfilmentStore {

    private static final String SELECT = """
            SELECT order_id, position, goal, payment_token, reason, deadline, round, parked, cancel_requested_by,
                   restock, closed_by_hand, amendment_id
              FROM checkout WHERE order_id = :orderId
            """;

    /** A request to cancel the order that may have been stored while a step was performed. */
    record CancelRequest(
            @Nullable String cancelRequestedBy, @Nullable String reason) {}

    private final JdbcClient jdbc;

    FulfilmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long orderId, Routes.Position start, @Nullable String paymentToken, Instant deadline) {
        jdbc.sql("""
                        INSERT INTO checkout (order_id, position, goal, payment_token, deadline)
                        VALUES (:orderId, :position, :goal, :paymentToken, :deadline)
                        """)
                .param("orderId", orderId)
                .param("position", start.step().name())
                .param("goal", start.route().goal().name())
                .param("paymentToken", paymentToken)
                .param("deadline", Timestamp.from(deadline))
                .update();
    }

    Optional<FulfilmentState> find(long orderId) {
        return jdbc.sql(SELECT)
                .param("orderId", orderId)
                .query(FulfilmentStore::toState)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<FulfilmentState> lock(long orderId) {
        return jdbc.sql(SELECT + " FOR UPDATE")
                .param("orderId", orderId)
                .query(FulfilmentStore::toState)
                .optional();
    }

    /** Locks the row if the order is still at the step. Empty if it isn't. */
    Optional<CancelRequest> lock(OrderAtStep at) {
        return jdbc.sql("""
                        SELECT cancel_requested_by, reason FROM checkout
                         WHERE order_id = :orderId AND position = :position AND round = :round AND NOT parked FOR UPDATE
                        """)
                .param("orderId", at.orderId())
                .param("position", at.storedPosition())
                .param("round", at.round())
                .query(CancelRequest.class)
                .optional();
    }

    /** Advances the order once. If the step was performed twice, the second call changes nothing and returns empty. */
    Optional<CancelRequest> move(OrderAtStep at, Move move) {
        return jdbc.sql("""
                        UPDATE checkout
                           SET position = :next, goal = :goal, reason = coalesce(:reason, reason), step_since = now(),
                               payment_token = CASE WHEN :keepsToken THEN payment_token END,
                               cancel_requested_by = CASE WHEN NOT :dropsCancel THEN cancel_requested_by END,
                               asked_seconds = 0, asked_last = NULL, version = version + 1
                         WHERE order_id = :orderId AND position = :position AND round = :round AND NOT parked
                        RETURNING cancel_requested_by, reason
                        """)
                .param("next", move.position())
                .param("goal", move.goal().name())
                .param("reason", move.reason(), Types.VARCHAR)
                .param("keepsToken", move.keepsPaymentToken())
                .param("dropsCancel", move.dropsCancel())
                .param("orderId", at.orderId())
                .param("position", at.storedPosition())
                .param("round", at.round())
                .query(CancelRequest.class)
                .optional();
    }

    /** Begins a new round, on a new route or at the same step. Returns the number of the round. */
    int begin(FulfilmentStart start) {
        return jdbc.sql("""
                        UPDATE checkout
                           SET position = :position, goal = :goal, reason = coalesce(:reason, reason),
                               cancel_requested_by = coalesce(:by, cancel_requested_by), restock = :restock,
                               closed_by_hand = :closedByHand, amendment_id = :amendmentId,
                               round = round + 1, parked = false, step_since = now(),
                               asked_seconds = 0, asked_last = NULL, version = version + 1
                         WHERE order_id = :orderId
                        RETURNING round
                        """)
                .param("position", start.position())
                .param("goal", start.goal().name())
                .param("reason", start.reason(), Types.VARCHAR)
                .param("by", start.requestedBy(), Types.VARCHAR)
                .param("restock", start.restock())
                .param("closedByHand", start.closedByHand())
                .param("amendmentId", start.amendmentId(), Types.BIGINT)
                .param("orderId", start.orderId())
                .query(Integer.class)
                .single();
    }

    /**
     * Stores a request to cancel an order that isn't confirmed yet. Does nothing if the order is already being undone.
     */
    void requestCancel(long orderId, String by, String reason) {
        jdbc.sql("""
                        UPDATE checkout SET cancel_requested_by = ?, reason = ?, version = version + 1
                         WHERE order_id = ? AND goal = 'CONFIRMED'
                        """).params(by, reason, orderId).update();
    }

    /**
     * Adds the time since the last request without an answer. At most twice the pause between two requests is added. A
     * longer time means that this service was down, and no request was sent.
     *
     * @return the total time for which the step has had no answer; empty if the order has been advanced
     */
    Optional<Duration> addUnanswered(OrderAtStep at, Duration longestPause) {
        return jdbc.sql("""
                        UPDATE checkout
                           SET asked_seconds = asked_seconds + least(
                                   extract(epoch FROM now() - coalesce(asked_last, now())),
                                   2 * greatest(:longestPause, asked_seconds / 8)),
                               asked_last = now()
                         WHERE order_id = :orderId AND position = :position AND round = :round AND NOT parked
                        RETURNING asked_seconds
                        """)
                .param("longestPause", longestPause.toMillis() / 1000.0)
                .param("orderId", at.orderId())
                .param("position", at.storedPosition())
                .param("round", at.round())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** Returns the pieces of an amendment. */
    Pieces findPieces(long amendmentId) {
        Map<Long, Integer> quantities = new HashMap<>();
        jdbc.sql("SELECT product_id, quantity FROM amendment_item WHERE amendment_id = ?")
                .param(amendmentId)
                .query((ResultSet row) -> {
                    quantities.put(row.getLong("product_id"), row.getInt("quantity"));
                });
        return jdbc.sql("SELECT reference, restock, refund_amount, reason, coalesce(decided_by, requested_by) AS by"
                        + " FROM amendment WHERE amendment_id = ?")
                .param(amendmentId)
                .query((row, number) -> new Pieces(
                        amendmentId,
                        row.getObject("reference", UUID.class),
                        Map.copyOf(quantities),
                        row.getBoolean("restock"),
                        row.getBigDecimal("refund_amount"),
                        row.getString("reason"),
                        row.getString("by")))
                .single();
    }

    private static FulfilmentState toState(ResultSet row, int rowNumber) throws SQLException {
        return new FulfilmentState(
                row.getLong("order_id"),
                row.getString("position"),
                OrderStatus.valueOf(row.getString("goal")),
                row.getString("payment_token"),
                row.getString("reason"),
                row.getTimestamp("deadline").toInstant(),
                row.getInt("round"),
                row.getBoolean("parked"),
                row.getString("cancel_requested_by"),
                row.getBoolean("restock"),
                row.getBoolean("closed_by_hand"),
                row.getObject("amendment_id", Long.class));
    }
}
