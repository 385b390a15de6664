package ecommerce.payment.reconciliation;

import ecommerce.payment.ledger.PaymentStatus;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all payments in pages, sorted by order id. */
@Repository
class PaymentPages {

    private static final RowMapper<Line> LINE = new SimplePropertyRowMapper<>(Line.class);

    /** A payment with the sums of its ledger entries. */
    record Line(
            long orderId,
            PaymentStatus paymentStatus,
            BigDecimal amount,
            BigDecimal capturedAmount,
            BigDecimal refundedAmount) {}

    private final JdbcClient jdbc;

    PaymentPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String SELECT = """
            SELECT p.order_id, p.status AS payment_status, p.amount, l.captured_amount, l.refunded_amount
              FROM payment p CROSS JOIN LATERAL (
                   SELECT coalesce(sum(amount) FILTER (WHERE entry = 'CAPTURED'), 0) AS captured_amount,
                          coalesce(sum(amount) FILTER (WHERE entry = 'REFUNDED'), 0) AS refunded_amount
                     FROM payment_ledger WHERE payment_id = p.payment_id) l
            """;

    /** Returns at most {@code size} lines of orders after the first id, up to and including the second. */
    List<Line> find(long afterOrderId, long upToOrderId, int size) {
        return jdbc.sql(SELECT + " WHERE p.order_id > ? AND p.order_id <= ? ORDER BY p.order_id LIMIT ?")
                .params(afterOrderId, upToOrderId, size)
                .query(LINE)
                .list();
    }

    /** Returns the lines of the given orders. */
    List<Line> find(Collection<Long> orderIds) {
        return jdbc.sql(SELECT + " WHERE p.order_id IN (:ids)")
                .param("ids", orderIds)
                .query(LINE)
                .list();
    }
}
