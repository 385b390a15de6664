package ecommerce.payment.payment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to the money, in an order that nobody changes afterwards; the database refuses it. */
@Repository
class PaymentLedger {

    record Entry(long paymentId, PaymentStatus entry, BigDecimal amount, Instant at) {}

    private final JdbcClient jdbc;

    PaymentLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down that the payment has come to its present status. */
    void enter(Payment payment) {
        jdbc.sql("INSERT INTO payment_ledger (payment_id, entry, amount) VALUES (?, ?, ?)")
                .params(payment.paymentId(), payment.status().name(), payment.amount())
                .update();
    }

    List<Entry> findAll(long paymentId) {
        return jdbc.sql("SELECT payment_id, entry, amount, at FROM payment_ledger WHERE payment_id = ? ORDER BY entry_id")
                .param(paymentId)
                .query((row, number) -> new Entry(
                        row.getLong("payment_id"),
                        PaymentStatus.valueOf(row.getString("entry")),
                        row.getBigDecimal("amount"),
                        row.getObject("at", Timestamp.class).toInstant()))
                .list();
    }

    /** Captured money by payment; a payment without any is left out. */
    Map<Long, BigDecimal> captured(Collection<Long> paymentIds) {
        if (paymentIds.isEmpty()) {
            return Map.of();
        }
        record Captured(long paymentId, BigDecimal amount) {}
        return jdbc
                .sql("SELECT payment_id, sum(amount) AS amount FROM payment_ledger"
                        + " WHERE entry = 'CAPTURED' AND payment_id IN (:ids) GROUP BY payment_id")
                .param("ids", paymentIds)
                .query(Captured.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Captured::paymentId, Captured::amount));
    }
}
