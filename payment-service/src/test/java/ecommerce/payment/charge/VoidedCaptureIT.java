package ecommerce.payment.charge;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Verifies that the customer isn't charged once a payment is voided, whenever the provider captures it. */
class VoidedCaptureIT extends PendingCaptureTest {

    private static final int ROUNDS = 40;

    @Test
    void withdrawsAPendingCaptureWhenThePaymentIsVoided() {
        requestWithoutAnAnswer();
        answerAs("tok_approved");

        assertStatus(voidIt(), 200, "VOIDED");

        settle(new Instruction(Kind.CAPTURE, paymentId()));
        assertStatus(requestCapture(), 409, "VOIDED");
        settle(new Instruction(Kind.VOID, orderId));
        assertThat(stateAtTheProvider()).isEqualTo("VOIDED");
    }

    @Test
    void refundsACaptureThatTheProviderMadeBeforeThePaymentWasVoided() {
        requestWithoutAnAnswer();
        moveAtTheProvider("CAPTURED");
        var alarms = alarms();

        assertStatus(voidIt(), 200, "VOIDED");
        settle(new Instruction(Kind.VOID, orderId));
        assertStatus(requestCapture(), 409, "CAPTURED");
        settleRefund();

        assertPayment("REFUNDED", "12.50");
        assertThat(alarms()).isGreaterThan(alarms);
        assertBooksAgree();
    }

    @Test
    void refundsACaptureThatIsReversedBeforeItIsRecorded() {
        requestWithoutAnAnswer();
        moveAtTheProvider("CAPTURED");

        assertStatus(reverse(), 200, "REFUNDED");

        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,VOIDED 12.50,CAPTURED 12.50,REFUNDED 12.50");
        assertBooksAgree();
    }

    @Test
    void namesTheRefundsThatArePendingWhenACapturedPaymentIsVoided() {
        capture();
        assertCaptured(voidIt(), 0.0);
        jdbc.sql("INSERT INTO refund (payment_id, amount, reason, reference, status, requested_by, created_at, version)"
                        + " VALUES (?, 4.50, 'Goodwill', gen_random_uuid(), 'PENDING', 'staff', now(), 0)")
                .param(paymentId())
                .update();

        assertCaptured(voidIt(), 4.5);
        settleRefund();
        assertCaptured(voidIt(), 0.0);
    }

    @Test
    void keepsACapturedPaymentThatIsVoidedTooLate() {
        authorise();
        assertStatus(requestCapture(), 200, "CAPTURED");

        assertStatus(voidIt(), 200, "CAPTURED");

        assertPayment("CAPTURED", "0");
    }

    @Test
    void remembersAVoidThatArrivesBeforeThePayment() {
        assertStatus(voidIt(), 200, "VOIDED");

        orderService
                .put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", "tok_approved"))
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("VOIDED");
    }

    @Test
    void capturesNoPaymentThatIsVoidedAtTheSameTime() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            beginAnOrder();
            authorise();

            var race = race(this::voidIt);

            if (race.end().equals("VOIDED")) {
                assertThat(race.captures()).containsOnly(409);
                assertStatus(reverse(), 200, stateAtTheProvider().equals("VOIDED") ? "VOIDED" : "REFUNDED");
            } else {
                assertThat(race.end()).isEqualTo("CAPTURED");
                assertThat(race.captures()).containsOnly(200);
                assertPayment("CAPTURED", "0");
            }
            assertBooksAgree();
        }
    }

    @Test
    void keepsNoMoneyOfAPaymentThatIsReversedAtTheSameTime() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            beginAnOrder();
            authorise();

            var race = race(this::reverse);

            assertThat(race.captures()).isSubsetOf(200, 409);
            assertThat(race.end()).isEqualTo(stateAtTheProvider().equals("VOIDED") ? "VOIDED" : "REFUNDED");
            assertPayment(race.end(), race.end().equals("VOIDED") ? "0" : "12.50");
            assertBooksAgree();
        }
    }

    private record Race(List<Integer> captures, String end) {}

    /** Requests two captures and something else at the same time. */
    private Race race(Callable<ResponseSpec> other) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var captures = executor.submit(() -> status(requestCapture()));
            var again = executor.submit(() -> status(requestCapture()));
            var end = executor.submit(other);
            return new Race(
                    List.of(captures.get(), again.get()),
                    String.valueOf(body(end.get()).get("paymentStatus")));
        }
    }

    private static void assertCaptured(ResponseSpec response, double pendingAmount) {
        response.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("CAPTURED")
                .jsonPath("$.pendingAmount")
                .isEqualTo(pendingAmount);
    }

    private void settleRefund() {
        settle(new Instruction(Kind.REFUND, Long.parseLong(refundId())));
    }
}
