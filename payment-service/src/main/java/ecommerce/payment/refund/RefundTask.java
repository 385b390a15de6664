package ecommerce.payment.refund;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.payment.provider.ProviderRetries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries out a refund in a durable task. The task is retried until the provider answers. */
@Configuration(proxyBeanMethods = false)
class RefundTask {

    private static final String SETTLE_REFUND = "settle-refund";

    static TaskInstance<TaskOrigin> settle(Refund refund) {
        return new TaskInstance<>(SETTLE_REFUND, Long.toString(refund.refundId()));
    }

    @Bean
    Task<TaskOrigin> settleRefund(RefundSettlement settlement, ProviderRetries retries) {
        return Tasks.oneTime(SETTLE_REFUND, TaskOrigin.class)
                .onFailure(retries.backoff())
                .onDeadExecutionRevive()
                .execute((instance, context) -> settlement.settle(Long.parseLong(instance.getId())));
    }
}
