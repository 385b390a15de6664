package ecommerce.payment.payment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the provider must be told in any case, however long it doesn't answer and whichever process dies. */
@Configuration(proxyBeanMethods = false)
class PaymentTasks {

    private static final String CONFIRM_VOID = "confirm-void";
    private static final String SETTLE_REFUND = "settle-refund";

    /**
     * How often the provider is asked again; it is never given up.
     *
     * @param firstRetry after the first failure
     * @param longestRetry after many
     */
    @ConfigurationProperties("shop.payments.tasks")
    record Properties(Duration firstRetry, Duration longestRetry) {}

    static TaskInstance<TaskOrigin> confirmVoid(String id) {
        return new TaskInstance<>(CONFIRM_VOID, id);
    }

    static TaskInstance<TaskOrigin> settle(Refund refund) {
        return new TaskInstance<>(SETTLE_REFUND, Long.toString(refund.refundId()));
    }

    @Bean
    Task<TaskOrigin> confirmVoid(PaymentReversal reversal, Properties properties) {
        return Tasks.oneTime(CONFIRM_VOID, TaskOrigin.class)
                .onFailure(Backoff.everSlower(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        reversal.confirmVoid(Long.parseLong(instance.getId().split(":")[0])));
    }

    @Bean
    Task<TaskOrigin> settleRefund(RefundSettlement settlement, Properties properties) {
        return Tasks.oneTime(SETTLE_REFUND, TaskOrigin.class)
                .onFailure(Backoff.everSlower(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> settlement.settle(Long.parseLong(instance.getId())));
    }
}
