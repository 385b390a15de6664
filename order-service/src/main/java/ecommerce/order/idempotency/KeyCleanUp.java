package ecommerce.order.idempotency;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets keys whose time is over. */
@Configuration(proxyBeanMethods = false)
class KeyCleanUp {

    @Bean
    Task<Void> forgetOldKeys(IdempotencyKeys keys) {
        return Tasks.recurring("forget-old-idempotency-keys", FixedDelay.ofMinutes(30))
                .execute((instance, context) -> keys.forgetOld());
    }
}
