package ecommerce.payment.provider;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures how durable tasks retry calls to the provider. A task never gives up.
 *
 * @param firstRetry the time until the first retry
 * @param longestRetry the longest time between two retries
 */
@ConfigurationProperties("shop.payments.tasks")
public record ProviderRetries(Duration firstRetry, Duration longestRetry) {

    public FailureHandler<TaskOrigin> backoff() {
        return Backoff.everSlower(firstRetry, longestRetry);
    }
}
