package ecommerce.payment.reconciliation;

import ecommerce.payment.ledger.PaymentStatus;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists refunds and disputes for order-service, so that a refunded order isn't shipped. The feed may miss an entry
 * whose transaction takes longer than two seconds; reconciliation finds such an order.
 */
@RestController
@Hidden
class RefundFeedController {

    private static final RowMapper<Change> CHANGE = new SimplePropertyRowMapper<>(Change.class);

    /**
     * A refund or dispute, with the current state of its payment.
     *
     * @param cursor the start of the next request
     */
    record Change(
            long cursor,
            long orderId,
            PaymentStatus paymentStatus,
            BigDecimal capturedAmount,
            BigDecimal refundedAmount) {}

    record ChangeList(List<Change> collection) {}

    private final JdbcClient jdbc;

    RefundFeedController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists refunds and disputes after a cursor, the oldest first. Leaves out entries of the last two seconds, because
     * an entry with a lower id may still be committed.
     */
    @GetMapping("/internal/payments/changes")
    ChangeList list(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        return new ChangeList(jdbc.sql("""
                        SELECT l.entry_id AS cursor, p.order_id, p.status AS payment_status,
                               (SELECT coalesce(sum(amount), 0) FROM payment_ledger
                                 WHERE payment_id = p.payment_id AND entry = 'CAPTURED') AS captured_amount,
                               (SELECT coalesce(sum(amount), 0) FROM payment_ledger
                                 WHERE payment_id = p.payment_id AND entry = 'REFUNDED') AS refunded_amount
                          FROM payment_ledger l JOIN payment p USING (payment_id)
                         WHERE l.entry = 'REFUNDED' AND l.entry_id > :after AND l.at < now() - interval '2 seconds'
                         ORDER BY l.entry_id LIMIT :size
                        """)
                .param("after", after)
                .param("size", size)
                .query(CHANGE)
                .list());
    }
}
