package ecommerce.defaults.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures the delays between attempts to deliver a message. Delivery is retried without limit.
 *
 * @param firstRetry the delay after the first failure
 * @param longestRetry the limit of the doubling delay; after that the delay grows by a tenth each time
 */
@ConfigurationProperties("shop.outbox")
record OutboxProperties(
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("1m") Duration longestRetry) {}
