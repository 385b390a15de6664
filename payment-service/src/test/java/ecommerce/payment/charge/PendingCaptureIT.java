package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import ecommerce.payment.BigPaymentTables;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import ecommerce.payment.refund.RefundRequests;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Verifies that a capture is stored until its outcome is known, and that its outcome is recorded once. */
class PendingCaptureIT extends PendingCaptureTest {

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private RefundRequests refunds;

    @Test
    void recordsACaptureWhoseAnswerWasLostWithoutAnotherRequest() {
        requestWithoutAnAnswer();
        moveAtTheProvider("CAPTURED");

        adoptCaptures();

        await().untilAsserted(() -> assertPayment("CAPTURED", "0"));
        settle(new Instruction(Kind.CAPTURE, paymentId()));
        assertStatus(requestCapture(), 200, "CAPTURED");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50");
        assertBooksAgree();
    }

    @Test
    void capturesOnlyWhenTheOrderRequestsIt() {
        requestWithoutAnAnswer();
        answerAs("tok_approved");

        adoptCaptures();

        await().untilAsserted(() -> assertThat(failedRuns()).isPositive());
        assertThat(adoption.findWithoutTask()).doesNotContain(paymentId());
        assertThat(stateAtTheProvider()).isEqualTo("AUTHORISED");
        assertStatus(requestCapture(), 200, "CAPTURED");
        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50");
    }

    @Test
    void keepsAPaymentAuthorisedWhoseCaptureGetsNoAnswer() {
        requestWithoutAnAnswer();
        requestCapture().expectStatus().isEqualTo(503);

        assertPayment("AUTHORISED", "0");
        assertStatus(reverse(), 200, "VOIDED");
        assertThat(stateAtTheProvider()).isEqualTo("VOIDED");
    }

    @Test
    void endsACaptureThatTheProviderRefusesWithItsReversal() {
        authorise();
        answerAs("tok_capture_refused");

        for (var attempt = 0; attempt < 2; attempt++) {
            assertStatus(requestCapture(), 409, "AUTHORISED");
            assertThat(capturesRequested()).isZero();
        }

        assertStatus(reverse(), 200, "VOIDED");
        settle(new Instruction(Kind.CAPTURE, paymentId()));
        assertBooksAgree();
    }

    @Test
    void recordsACaptureThatTheProviderRefusesToRepeat() {
        requestWithoutAnAnswer();
        moveAtTheProvider("CAPTURED");
        answerAs("tok_capture_refused");

        assertStatus(requestCapture(), 200, "CAPTURED");

        assertThat(ledger()).isEqualTo("AUTHORISED 12.50,CAPTURED 12.50");
        assertBooksAgree();
    }

    @Test
    void schedulesVoidsAndRefundsSoThatThePreviousVersionAlsoSettlesThem() {
        authorise();
        voidIt();
        assertThat(tasksNamed("confirm-void", Long.toString(orderId))).isEqualTo(1);

        beginAnOrder();
        capture();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            refunds.requestRest(orderId, "Goodwill", "staff");
            assertThat(tasksNamed("settle-refund", refundId())).isEqualTo(1);
        });
    }

    @Test
    void runsTasksThatThePreviousVersionHasStored() {
        authorise();
        voidIt();
        schedule("confirm-void", "%d:%s".formatted(orderId, UUID.randomUUID()));
        await().untilAsserted(() -> assertThat(stateAtTheProvider()).isEqualTo("VOIDED"));

        beginAnOrder();
        authorise();
        capture();
        jdbc.sql("INSERT INTO refund (payment_id, amount, reason, reference, status, requested_by, created_at, version)"
                        + " VALUES (?, 12.50, 'Goodwill', gen_random_uuid(), 'PENDING', 'staff', now(), 0)")
                .param(paymentId())
                .update();
        schedule("settle-refund", refundId());
        await().untilAsserted(() -> assertPayment("REFUNDED", "12.50"));
    }

    @Test
    void findsPendingCapturesWithoutReadingAWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            BigPaymentTables.fill(jdbc).requireNone("pending captures", adoption::findWithoutTask);
        });
    }

    private void adoptCaptures() {
        makeOlder();
        var adopt = TaskInstanceId.of("adopt-captures", RecurringTask.INSTANCE);
        await().ignoreExceptionsInstanceOf(TaskInstanceCurrentlyExecutingException.class)
                .until(() -> scheduler.reschedule(adopt, Instant.now()));
    }

    private void schedule(String task, String id) {
        tasks.schedule(new TaskInstance<>(task, id));
    }

    private int tasksNamed(String name, String id) {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                .params(name, id)
                .query(Integer.class)
                .single();
    }

    private int failedRuns() {
        return jdbc.sql("SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_instance = ?")
                .param("CAPTURE:" + paymentId())
                .query(Integer.class)
                .single();
    }
}
