package ecommerce.payment.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the ledger entries of all payments. An entry never changes; the database refuses changes. */
@Repository
public class PaymentLedger {

    public record Entry(long paymentId, PaymentStatus entry, BigDecimal amount, Instant at) {}

    /**
     * The sums of a payment's entries.
     *
     * @param pending the sum of refunds that are requested but not made
     */
    public record Balance(BigDecimal captured, BigDecimal refunded, BigDecimal pending) {

        public static final Balance NONE = new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private final JdbcClient jdbc;

    PaymentLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that a payment has reached a status. */
    public void enter(long paymentId, PaymentStatus status, BigDecimal amount) {
        jdbc.sql("INSERT INTO payment_ledger (payment_id, entry, amount) VALUES (?, ?, ?)")
                .params(paymentId, status.name(), amount)
                .update();
    }

    /** Records that a refund has succeeded. */
    public void enterRefund(long paymentId, long refundId, BigDecimal amount) {
        jdbc.sql("INSERT INTO payment_ledger (payment_id, entry, amount, refund_id) VALUES (?, 'REFUNDED', ?, ?)")
                .params(paymentId, amount, refundId)
                .update();
    }

    public List<Entry> findAll(long paymentId) {
        return jdbc.sql(
                        "SELECT payment_id, entry, amount, at FROM payment_ledger WHERE payment_id = ? ORDER BY entry_id")
                .param(paymentId)
                .query((row, number) -> new Entry(
                        row.getLong("payment_id"),
                        PaymentStatus.valueOf(row.getString("entry")),
                        row.getBigDecimal("amount"),
                        row.getObject("at", Timestamp.class).toInstant()))
                .list();
    }

    /** Returns whether the payment was voided or declined, even if the provider has captured it since. */
    public boolean wasVoidedOrDeclined(long paymentId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM payment_ledger"
                        + " WHERE payment_id = ? AND entry IN ('VOIDED', 'DECLINED'))")
                .param(paymentId)
                .query(Boolean.class)
                .single();
    }

    public Balance balance(long paymentId) {
        return balances(List.of(paymentId)).getOrDefault(paymentId, Balance.NONE);
    }

    /** Returns the balances by payment id. Payments without entries are left out. */
    public Map<Long, Balance> balances(Collection<Long> paymentIds) {
        if (paymentIds.isEmpty()) {
            return Map.of();
        }
        record Row(long paymentId, BigDecimal captured, BigDecimal refunded, BigDecimal pending) {}
        return jdbc.sql("""
                        SELECT payment_id,
                               coalesce(sum(amount) FILTER (WHERE entry = 'CAPTURED'), 0) AS captured,
                               coalesce(sum(amount) FILTER (WHERE entry = 'REFUNDED'), 0) AS refunded,
                               (SELECT coalesce(sum(r.amount), 0) FROM refund r
                                 WHERE r.payment_id = l.payment_id AND r.status = 'PENDING') AS pending
                          FROM payment_ledger l WHERE payment_id IN (:ids) GROUP BY payment_id
                        """).param("ids", paymentIds).query(Row.class).list().stream()
                .collect(Collectors.toMap(
                        Row::paymentId, row -> new Balance(row.captured(), row.refunded(), row.pending())));
    }
}
