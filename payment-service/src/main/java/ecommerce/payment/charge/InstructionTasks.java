package ecommerce.payment.charge;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.ProviderRetries;
import ecommerce.payment.refund.RefundSettlement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settles captures, voids and refunds in durable tasks. A task is retried until the provider answers. */
@Configuration(proxyBeanMethods = false)
class InstructionTasks {

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
        return task(Instruction.TASK);
    }

    @Bean
    Task<TaskOrigin> confirmVoid() {
        return task(Instruction.VOID_TASK);
    }

    @Bean
    Task<TaskOrigin> settleRefund() {
        return task(Instruction.REFUND_TASK);
    }

    private Task<TaskOrigin> task(String name) {
        return Tasks.oneTime(name, TaskOrigin.class)
                .onFailure(retries.backoff())
                .onDeadExecutionRevive()
                .execute((instance, context) -> settle(Instruction.of(instance)));
    }

    private void settle(Instruction instruction) {
        switch (instruction.kind()) {
            case CAPTURE -> charges.settleCapture(instruction.id());
            case VOID -> reversal.confirmVoid(instruction.id());
            case REFUND -> refunds.settle(instruction.id());
        }
    }
}
