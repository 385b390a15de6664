package ecommerce.defaults.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a delivery is tried. It is never given up.
 *
 * @param firstRetry the pause after the first failure
 * @param longestRetry up to which the pause doubles; after that it grows by a tenth each time
 */
@ConfigurationProperties("shop.outbox")
record OutboxProperties(
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("1m") Duration longestRetry) {}
