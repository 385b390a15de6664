package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.payment.ProviderBookTest;
import ecommerce.payment.provider.Instruction;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests captures that get no answer, and settles instructions. */
abstract class PendingCaptureTest extends ProviderBookTest {

    @Autowired
    protected DurableTasks tasks;

    @Autowired
    protected CaptureAdoption adoption;

    @Autowired
    protected TransactionTemplate transaction;

    protected void requestWithoutAnAnswer() {
        authorise();
        answerAs("tok_capture_down");
        requestCapture().expectStatus().isEqualTo(503);
        assertPayment("AUTHORISED", "0");
    }

    protected void answerAs(String token) {
        jdbc.sql("UPDATE sandbox_charge SET token = ? WHERE reference = ?::uuid")
                .params(token, reference())
                .update();
    }

    protected ResponseSpec requestCapture() {
        return orderService.post(path + "/capture", null);
    }

    protected ResponseSpec voidIt() {
        return orderService.post(path + "/void", null);
    }

    protected ResponseSpec reverse() {
        return orderService.post(path + "/reverse", Map.of("reason", "Cancelled"));
    }

    /** Returns 1 if a capture of the payment is stored as requested, else 0. */
    protected int capturesRequested() {
        return Integer.parseInt(text("SELECT count(capture_requested_at)::text FROM payment WHERE order_id = ?"));
    }

    /** Returns the id of the payment's only refund. */
    protected String refundId() {
        return text("SELECT refund_id::text FROM refund JOIN payment USING (payment_id) WHERE order_id = ?");
    }

    protected static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    protected static void assertStatus(ResponseSpec response, int status, String paymentStatus) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo(paymentStatus);
    }

    protected void makeOlder() {
        jdbc.sql("UPDATE payment SET capture_requested_at = now() - interval '1 minute'"
                        + " WHERE order_id = ? AND capture_requested_at IS NOT NULL")
                .param(orderId)
                .update();
    }

    /** Runs a task of the instruction to its end. */
    protected void settle(Instruction instruction) {
        var task = instruction.anotherTask();
        tasks.schedule(task);
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                        .param(task.getId())
                        .query(Integer.class)
                        .single())
                .isZero());
    }
}
