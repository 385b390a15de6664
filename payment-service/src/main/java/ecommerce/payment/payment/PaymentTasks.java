package ecommerce.payment.payment;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the provider must be told in any case, however long it doesn't answer and whichever process dies. */
@Configuration(proxyBeanMethods = false)
class PaymentTasks {

    /**
     * How often the provider is asked again; it is never given up.
     *
     * @param firstRetry after the first failure
     * @param longestRetry after many
     */
    @ConfigurationProperties("shop.payments.tasks")
    record Properties(Duration firstRetry, Duration longestRetry) {}

    @Bean
    OneTimeTask<TaskOrigin> confirmVoid(ObjectProvider<PaymentReversal> reversal, Properties properties) {
        return Tasks.oneTime("confirm-void", TaskOrigin.class)
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        reversal.getObject().confirmVoid(Long.parseLong(instance.getId().split(":")[0])));
    }

    @Bean
    OneTimeTask<TaskOrigin> settleRefund(ObjectProvider<RefundSettlement> settlement, Properties properties) {
        return Tasks.oneTime("settle-refund", TaskOrigin.class)
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> settlement.getObject().settle(Long.parseLong(instance.getId())));
    }
}
