package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.PaymentServiceTest;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PaymentIT extends PaymentServiceTest {

    @Test
    void authorisesAndCapturesOnceOnRepeatedRequests() {
        for (var attempt = 0; attempt < 2; attempt++) {
            expectStatus(authorise("tok_approved"), "AUTHORISED");
        }
        for (var attempt = 0; attempt < 2; attempt++) {
            expectStatus(orderService.post(path + "/capture", null), "CAPTURED");
        }
        expectStatus(authorise("tok_approved"), "CAPTURED");

        assertThat(ledger()).isEqualTo("AUTHORISED,CAPTURED");
        assertThat(sandboxState()).isEqualTo("CAPTURED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds", "tok_from_elsewhere"})
    void storesADeclineWithItsReason(String token) {
        authorise(token)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("DECLINED")
                .jsonPath("$.declineReason")
                .isNotEmpty();

        expectStatus(authorise("tok_approved"), "DECLINED");
        orderService.post(path + "/capture", null).expectStatus().isEqualTo(409);
        expectStatus(reverse(), "DECLINED");
    }

    @Test
    void refusesTheSameOrderWithAnotherAmount() {
        authorise("tok_approved").expectStatus().isOk();

        orderService
                .put(path, Map.of("userId", 7, "amount", "99.00", "paymentToken", "tok_approved"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void readsTheStateOfAChargeWithoutAnAnswer() {
        authorise("tok_charge_then_timeout").expectStatus().isEqualTo(503);
        expectStatus(authorise("tok_charge_then_timeout"), "AUTHORISED");

        assertThat(ledger()).isEqualTo("AUTHORISED");
    }

    @Test
    void retriesAfterAFailure() {
        authorise("tok_fails_then_works").expectStatus().isEqualTo(503);
        expectStatus(authorise("tok_fails_then_works"), "AUTHORISED");
    }

    @Test
    void reportsThatTheProviderIsDownAndKeepsThePaymentPending() {
        authorise("tok_down").expectStatus().isEqualTo(503);
        expectStatus(reverse(), "VOIDED");
        expectStatus(authorise("tok_down"), "VOIDED");
    }

    @Test
    void remembersAVoidThatArrivesBeforeItsAuthorisation() {
        expectStatus(reverse(), "VOIDED");
        expectStatus(authorise("tok_approved"), "VOIDED");
        orderService.post(path + "/capture", null).expectStatus().isEqualTo(409);

        assertThat(sandboxState()).as("state of the charge at the provider").isNull();
    }

    @Test
    void voidsTheChargeAtTheProvider() {
        expectStatus(authorise("tok_approved"), "AUTHORISED");
        for (var attempt = 0; attempt < 2; attempt++) {
            expectStatus(reverse(), "VOIDED");
        }

        assertThat(sandboxState()).isEqualTo("VOIDED");
        assertThat(ledger()).isEqualTo("AUTHORISED,VOIDED");
    }

    @Test
    void authorisesOnceUnderConcurrentRequests() throws Exception {
        Callable<Integer> ask = () ->
                authorise("tok_approved").returnResult(String.class).getStatus().value();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(16, ask)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(200);
        }
        expectStatus(authorise("tok_approved"), "AUTHORISED");
        assertThat(ledger()).isEqualTo("AUTHORISED");
    }

    @Test
    void reportsThatTheProviderRefusesACapture() {
        expectStatus(authorise("tok_capture_refused"), "AUTHORISED");

        orderService
                .post(path + "/capture", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("AUTHORISED");
        expectStatus(reverse(), "VOIDED");
    }

    private ResponseSpec reverse() {
        return orderService.post(path + "/reverse", Map.of("reason", "The order was given up"));
    }

    private ResponseSpec authorise(String token) {
        return orderService.put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", token));
    }

    private static void expectStatus(ResponseSpec response, String status) {
        response.expectStatus().isOk().expectBody().jsonPath("$.paymentStatus").isEqualTo(status);
    }

    private String ledger() {
        return jdbc.sql("SELECT string_agg(entry, ',' ORDER BY entry_id)"
                        + " FROM payment_ledger JOIN payment USING (payment_id) WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    private String sandboxState() {
        return jdbc.sql("SELECT state FROM sandbox_charge JOIN payment USING (reference) WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
