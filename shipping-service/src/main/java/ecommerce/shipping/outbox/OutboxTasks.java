package ecommerce.shipping.outbox;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable tasks that empty the outbox, on whichever replica. */
@Configuration(proxyBeanMethods = false)
class OutboxTasks {

    /**
     * How often a delivery is tried; it is never given up.
     *
     * @param firstRetry after the first failure
     * @param longestRetry after many
     */
    @ConfigurationProperties("shop.outbox")
    record Properties(Duration firstRetry, Duration longestRetry) {}

    @Bean
    OneTimeTask<TaskOrigin> deliverOutbox(ObjectProvider<OutboxDelivery> delivery, Properties properties) {
        return Tasks.oneTime("deliver-outbox", TaskOrigin.class)
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> delivery.getObject()
                        .deliver(Long.parseLong(instance.getId().substring(0, instance.getId().indexOf(':')))));
    }
}
