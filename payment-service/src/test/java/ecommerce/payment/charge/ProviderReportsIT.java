package ecommerce.payment.charge;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.payment.ProviderBookTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies that our ledger follows changes at the provider that we didn't request. */
class ProviderReportsIT extends ProviderBookTest {

    @Test
    void recordsARefundThatWasMadeAtTheProvider() {
        capture();
        returnAtTheProvider("REFUNDED", "12.50");

        sync();

        assertPayment("REFUNDED", "12.50");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50,REFUNDED 12.50");
        refund("0.01").expectStatus().isEqualTo(409);
        orderService
                .post(path + "/reverse", Map.of("reason", "Cancelled"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("REFUNDED");
        assertBooksAgree();
    }

    @Test
    void recordsPartialRefundsAndDisputesOnce() {
        capture();
        returnAtTheProvider("REFUNDED", "2.00");
        sync();
        sync();
        assertPayment("CAPTURED", "2.00");
        returnAtTheProvider("DISPUTED", "3.50");
        refund("1.00").expectStatus().isCreated();
        sync();
        await().untilAsserted(() -> assertPayment("CAPTURED", "6.50"));

        returnAtTheProvider("REFUNDED", "6.00");
        sync();

        assertPayment("REFUNDED", "12.50");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM refund JOIN payment USING (payment_id) WHERE order_id = ? AND disputed")
                        .param(orderId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertBooksAgree();
    }

    @Test
    void refundsACapturedChargeWhosePaymentIsVoided() {
        authorise();
        jdbc.sql("UPDATE payment SET status = 'VOIDED', void_confirmed = true WHERE order_id = ?")
                .param(orderId)
                .update();
        moveAtTheProvider("CAPTURED");

        sync();

        await().untilAsserted(() -> assertPayment("REFUNDED", "12.50"));
        assertBooksAgree();
    }

    @Test
    void refundsACapturedChargeWhosePaymentIsDeclined() {
        authorise();
        jdbc.sql("UPDATE payment SET status = 'DECLINED' WHERE order_id = ?")
                .param(orderId)
                .update();
        moveAtTheProvider("CAPTURED");

        sync();

        await().untilAsserted(() -> assertPayment("REFUNDED", "12.50"));
        assertBooksAgree();
    }

    @Test
    void voidsTheChargeOfAVoidedPayment() {
        authorise();
        jdbc.sql("UPDATE payment SET status = 'VOIDED', void_confirmed = true WHERE order_id = ?")
                .param(orderId)
                .update();

        sync();

        await().untilAsserted(() -> assertThat(stateAtTheProvider()).isEqualTo("VOIDED"));
    }

    @Test
    void voidsThePaymentOfAVoidedCharge() {
        authorise();
        moveAtTheProvider("VOIDED");

        orderService
                .post(path + "/capture", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("VOIDED");

        assertPayment("VOIDED", "0");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,VOIDED 12.50");
    }

    @Test
    void recordsACaptureThatGotNoAnswer() {
        authorise();
        moveAtTheProvider("CAPTURED");

        sync();

        assertPayment("CAPTURED", "0");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50");
    }

    @Test
    void refusesToCaptureARefundedPayment() {
        capture();
        returnAtTheProvider("REFUNDED", "12.50");
        sync();

        orderService
                .post(path + "/capture", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("REFUNDED");
    }

    @Test
    void listsRefundsForOrderService() {
        capture();
        returnAtTheProvider("REFUNDED", "12.50");
        sync();

        await().untilAsserted(() -> {
            var changes = (List<?>) body(orderService.get("/internal/payments/changes?size=500"))
                    .get("collection");
            assertThat(changes)
                    .anySatisfy(change -> assertThat(change.toString())
                            .contains("orderId=" + orderId, "paymentStatus=REFUNDED", "refundedAmount=12.5"));
        });
    }

    /** The answer to the authorisation was lost, and the charge was changed in the provider's dashboard. */
    @ParameterizedTest
    @CsvSource({
        "CAPTURED, CAPTURED, 'AUTHORISED 12.50,CAPTURED 12.50'",
        "VOIDED,   DECLINED, DECLINED 12.50",
        "DECLINED, DECLINED, DECLINED 12.50"
    })
    void decidesAPendingPayment(String theirs, String ours, String entries) {
        orderService
                .put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", "tok_charge_then_timeout"))
                .expectStatus()
                .isEqualTo(503);
        moveAtTheProvider(theirs);

        sync();
        sync();

        assertPayment(ours, "0");
        assertThat(ledger()).isEqualTo(entries);
        assertBooksAgree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOIDED", "DECLINED"})
    void raisesAnAlarmForACapturedPaymentWhoseChargeIsNot(String theirs) {
        capture();
        moveAtTheProvider(theirs);
        var alarms = alarms();

        sync();

        assertThat(alarms()).isEqualTo(alarms + 1);
        assertPayment("CAPTURED", "0");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50");
    }
}
