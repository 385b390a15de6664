package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.PaymentServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnansweredCaptureIT extends PaymentServiceTest {

    @Test
    void refundsACaptureThatGotNoAnswer() {
        orderService
                .put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", "tok_approved"))
                .expectStatus()
                .isOk();
        captureAtTheProviderAlone();

        orderService
                .post(path + "/reverse", Map.of("reason", "The order was given up"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("REFUNDED");

        assertThat(entries("entry", "payment_ledger JOIN payment USING (payment_id)"))
                .isEqualTo("AUTHORISED,CAPTURED,REFUNDED");
        assertThat(entries("kind", "sandbox_entry JOIN payment USING (reference)"))
                .isEqualTo("AUTHORISED,CAPTURED,REFUNDED");
    }

    private void captureAtTheProviderAlone() {
        var captured = jdbc.sql("""
                        WITH charge AS (
                            UPDATE sandbox_charge SET state = 'CAPTURED'
                             WHERE reference = (SELECT reference FROM payment WHERE order_id = ?) RETURNING *)
                        INSERT INTO sandbox_entry (reference, kind, amount) SELECT reference, state, amount FROM charge
                        """).param(orderId).update();
        assertThat(captured).isEqualTo(1);
    }

    private String entries(String column, String book) {
        return jdbc.sql("SELECT string_agg(%s, ',' ORDER BY entry_id) FROM %s WHERE order_id = ?"
                        .formatted(column, book))
                .param(orderId)
                .query(String.class)
                .single();
    }
}
