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
 * Tells order-service about money that has gone back, so that a refunded order doesn't ship. A feed may skip an entry whose
 * transaction takes longer than two seconds; reconciliation finds such an order.
 */
@RestController
@Hidden
class RefundFeedController {

    private static final RowMapper<Change> CHANGE = new SimplePropertyRowMapper<>(Change.class);

    /**
     * A refund or dispute, with the payment's present state.
     *
     * @param cursor for the next request
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

    /** The oldest first. Entries of the last two seconds are left out: one with a lower id may still be committed. */
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
