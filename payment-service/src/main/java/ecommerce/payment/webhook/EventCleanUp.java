package ecommerce.payment.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes old events that the provider won't deliver again. */
@Configuration(proxyBeanMethods = false)
class EventCleanUp {

    @Bean
    Task<Void> forgetOldEvents(ProviderEvents events) {
        return Tasks.recurring("forget-old-provider-events", FixedDelay.ofHours(6))
                .execute((instance, context) -> events.forgetOld());
    }
}
