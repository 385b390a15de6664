package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import ecommerce.payment.ProviderBookTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Verifies that a requested capture is stored, and is made once without another request. */
class CaptureRequestIT extends ProviderBookTest {

    @Autowired
    private Scheduler scheduler;

    @Test
    void makesACaptureWithoutAnotherRequestOnceTheProviderAnswers() {
        requestWithoutAnAnswer();
        assertThat(request()).isEqualTo("PENDING");

        theProviderAnswers();
        adoptCaptures();

        await().untilAsserted(() -> assertPayment("CAPTURED", "0"));
        assertThat(request()).isEqualTo("DONE");
        assertBooksAgree();
    }

    @Test
    void doesNotMakeACaptureThatWasWithdrawn() {
        requestWithoutAnAnswer();

        withdraw();
        theProviderAnswers();

        capture(409);
        assertThat(request()).isEqualTo("WITHDRAWN");
        assertThat(stateAtTheProvider()).isEqualTo("AUTHORISED");
    }

    @Test
    void refusesACaptureThatArrivesAfterItsWithdrawal() {
        authorise();

        withdraw();

        capture(409);
        assertThat(stateAtTheProvider()).isEqualTo("AUTHORISED");
    }

    @Test
    void keepsACaptureThatIsMade() {
        capture();

        withdraw();

        assertThat(request()).isEqualTo("DONE");
        assertPayment("CAPTURED", "0");
    }

    @Test
    void endsTheRequestOfAReversedPayment() {
        requestWithoutAnAnswer();

        orderService
                .post(path + "/reverse", Map.of("reason", "Refunded by staff"))
                .expectStatus()
                .isOk();

        assertThat(request()).isEqualTo("WITHDRAWN");
        assertThat(stateAtTheProvider()).isEqualTo("VOIDED");
    }

    @Test
    void endsTheRequestOfAPaymentThatThePreviousVersionHasCaptured() {
        requestWithoutAnAnswer();
        moveAtTheProvider("CAPTURED");
        jdbc.sql("UPDATE payment SET status = 'CAPTURED' WHERE order_id = ?")
                .param(orderId)
                .update();

        adoptCaptures();

        await().untilAsserted(() -> assertThat(request()).isEqualTo("DONE"));
    }

    @Test
    void storesWhyTheProviderRefusesACapture() {
        authorise();
        answerAs("tok_capture_refused");

        capture(409);

        assertThat(text("SELECT r.status || ': ' || failure FROM capture_request r JOIN payment USING (payment_id)"
                        + " WHERE order_id = ?"))
                .isEqualTo("REFUSED: The authorisation has expired");
    }

    private void requestWithoutAnAnswer() {
        authorise();
        answerAs("tok_capture_down");
        capture(503);
        assertPayment("AUTHORISED", "0");
    }

    private void theProviderAnswers() {
        answerAs("tok_approved");
    }

    private void answerAs(String token) {
        jdbc.sql("UPDATE sandbox_charge SET token = ? WHERE reference = ?::uuid")
                .params(token, reference())
                .update();
    }

    private void capture(int status) {
        orderService.post(path + "/capture", null).expectStatus().isEqualTo(status);
    }

    private void withdraw() {
        orderService.delete(path + "/capture").expectStatus().isNoContent();
    }

    /** Runs the task that adopts captures, as if the request were older. */
    private void adoptCaptures() {
        jdbc.sql("UPDATE capture_request SET requested_at = now() - interval '1 minute'"
                        + " WHERE payment_id = (SELECT payment_id FROM payment WHERE order_id = ?)")
                .param(orderId)
                .update();
        scheduler.reschedule(TaskInstanceId.of("adopt-captures", RecurringTask.INSTANCE), Instant.now());
    }

    private String request() {
        return text("SELECT r.status FROM capture_request r JOIN payment USING (payment_id) WHERE order_id = ?");
    }
}
