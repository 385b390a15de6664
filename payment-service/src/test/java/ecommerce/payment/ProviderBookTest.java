package ecommerce.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.payment.charge.Charges;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Compares the shop's ledger with the sandbox's, which also changes without our request. */
public abstract class ProviderBookTest extends PaymentServiceTest {

    @Autowired
    private Charges payments;

    @Autowired
    private MeterRegistry meters;

    protected void authorise() {
        orderService
                .put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", "tok_approved"))
                .expectStatus()
                .isOk();
    }

    protected void capture() {
        authorise();
        orderService.post(path + "/capture", null).expectStatus().isOk();
    }

    protected ResponseSpec refund(String amount) {
        return TestRequests.as(client, TestTokens.admin())
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/payments/%d/refunds".formatted(paymentId()),
                        Map.of("amount", amount, "reason", "Goodwill"));
    }

    protected void sync() {
        payments.sync(UUID.fromString(reference()));
    }

    protected void returnAtTheProvider(String kind, String amount) {
        jdbc.sql("INSERT INTO sandbox_entry (reference, kind, amount, refund_reference)"
                        + " VALUES (?::uuid, ?, ?, gen_random_uuid())")
                .params(reference(), kind, new BigDecimal(amount))
                .update();
    }

    protected void moveAtTheProvider(String state) {
        jdbc.sql("UPDATE sandbox_charge SET state = ? WHERE reference = ?::uuid")
                .params(state, reference())
                .update();
        jdbc.sql("INSERT INTO sandbox_entry (reference, kind, amount) SELECT reference, state, amount"
                        + " FROM sandbox_charge WHERE reference = ?::uuid")
                .param(reference())
                .update();
    }

    protected String stateAtTheProvider() {
        return text("SELECT state FROM sandbox_charge JOIN payment USING (reference) WHERE order_id = ?");
    }

    protected void assertPayment(String status, String refunded) {
        TestRequests.as(client, TestTokens.admin())
                .get("/api/payments/" + paymentId())
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo(status)
                .jsonPath("$.refundedAmount")
                .isEqualTo(Double.valueOf(refunded));
    }

    protected void assertBooksAgree() {
        var ours = "SELECT coalesce(sum(amount) FILTER (WHERE entry = 'CAPTURED'), 0)"
                + " - coalesce(sum(l.amount) FILTER (WHERE entry = 'REFUNDED'), 0)"
                + " FROM payment_ledger l JOIN payment USING (payment_id) WHERE order_id = ?";
        var theirs = "SELECT coalesce(sum(e.amount) FILTER (WHERE kind = 'CAPTURED'), 0)"
                + " - coalesce(sum(e.amount) FILTER (WHERE kind IN ('REFUNDED', 'DISPUTED')), 0)"
                + " FROM sandbox_entry e JOIN payment USING (reference) WHERE order_id = ?";
        assertThat(amount(ours.replace("sum(amount)", "sum(l.amount)"))).isEqualByComparingTo(amount(theirs));
    }

    /** Counts the reports of the provider that contradict a payment. */
    protected double alarms() {
        return meters.counter("shop.payments.contradictions").count();
    }

    protected BigDecimal amount(String sql) {
        return jdbc.sql(sql).param(orderId).query(BigDecimal.class).single();
    }

    protected String ledger() {
        return text("SELECT string_agg(entry || ' ' || l.amount, ',' ORDER BY entry_id)"
                + " FROM payment_ledger l JOIN payment USING (payment_id) WHERE order_id = ?");
    }

    protected long paymentId() {
        return Long.parseLong(text("SELECT payment_id::text FROM payment WHERE order_id = ?"));
    }

    protected String reference() {
        return text("SELECT reference::text FROM payment WHERE order_id = ?");
    }

    protected String text(String sql) {
        return jdbc.sql(sql).param(orderId).query(String.class).single();
    }
}
