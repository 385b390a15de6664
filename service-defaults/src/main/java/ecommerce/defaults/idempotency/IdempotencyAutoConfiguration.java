package ecommerce.defaults.idempotency;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Stores idempotency keys in the service's own schema and deletes expired keys. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        beforeName = "ecommerce.defaults.scheduling.SchedulingAutoConfiguration")
@ConditionalOnProperty("shop.idempotency.keep-keys")
@EnableConfigurationProperties(IdempotencyAutoConfiguration.Properties.class)
class IdempotencyAutoConfiguration {

    /** @param keepKeys how long a key and its response are stored */
    @ConfigurationProperties("shop.idempotency")
    record Properties(Duration keepKeys) {}

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    IdempotentRequests idempotentRequests(IdempotencyKeys keys, JsonMapper json) {
        return new IdempotentRequests(keys, json);
    }

    @Bean
    Task<Void> forgetOldKeys(IdempotencyKeys keys, Properties properties) {
        return Tasks.recurring("forget-old-idempotency-keys", FixedDelay.ofMinutes(30))
                .execute((instance, context) -> keys.forgetOlderThan(properties.keepKeys()));
    }
}
