package ecommerce.payment.charge;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import ecommerce.payment.provider.ProviderRetries;
import ecommerce.payment.refund.RefundSettlement;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settles captures, voids and refunds in a durable task. The task is retried until the provider answers. */
@Configuration(proxyBeanMethods = false)
class InstructionTasks {

    private static final Duration ADOPTION_INTERVAL = Duration.ofSeconds(10);

    private final Charges charges;
    private final PaymentReversal reversal;
    private final RefundSettlement refunds;
    private final ProviderRetries retries;

    InstructionTasks(Charges charges, PaymentReversal reversal, RefundSettlement refunds, ProviderRetries retries) {
        this.charges = charges;
        this.reversal = reversal;
        this.refunds = refunds;
        this.retries = retries;
    }

    @Bean
    Task<TaskOrigin> settleInstruction() {
        return Tasks.oneTime(Instruction.TASK, TaskOrigin.class)
                .onFailure(retries.backoff())
                .onDeadExecutionRevive()
                .execute((instance, context) -> settle(Instruction.of(instance)));
    }

    /**
     * Schedules the captures that are still pending after a while. A capture has no task from the start, because nearly
     * all are settled by the request itself.
     */
    @Bean
    Task<Void> adoptCaptures(CaptureRequests captures, DurableTasks tasks) {
        return Tasks.recurring("adopt-captures", FixedDelay.of(ADOPTION_INTERVAL))
                .execute((instance, context) -> captures.findPending(ADOPTION_INTERVAL)
                        .forEach(paymentId -> tasks.schedule(new Instruction(Kind.CAPTURE, paymentId).task())));
    }

    /** Settles the refunds that the previous version has scheduled. */
    @Bean
    Task<TaskOrigin> refundsOfTheVersionBefore() {
        return ofTheVersionBefore("settle-refund", Kind.REFUND);
    }

    /** Settles the voids that the previous version has scheduled. */
    @Bean
    Task<TaskOrigin> voidsOfTheVersionBefore() {
        return ofTheVersionBefore("confirm-void", Kind.VOID);
    }

    private Task<TaskOrigin> ofTheVersionBefore(String name, Kind kind) {
        return Tasks.oneTime(name, TaskOrigin.class)
                .onFailure(retries.backoff())
                .onDeadExecutionRevive()
                .execute((instance, context) -> settle(
                        new Instruction(kind, Long.parseLong(instance.getId().split(":")[0]))));
    }

    private void settle(Instruction instruction) {
        switch (instruction.kind()) {
            case CAPTURE -> charges.settleCapture(instruction.id());
            case VOID -> reversal.confirmVoid(instruction.id());
            case REFUND -> refunds.settle(instruction.id());
        }
    }
}
