package ecommerce.order.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures fulfilment.
 *
 * @param firstRetry the pause after the first request without an answer
 * @param longestRetry the pause up to which it doubles; after that it grows by a tenth each time
 * @param deadline the time after the placement at which a step that can be given up is given up
 * @param attentionAfter the time without an answer after which the order is flagged for staff
 * @param slowStepLimit the number of orders that may be at the same payment step at a time, on each replica
 */
@ConfigurationProperties("shop.fulfilment")
record FulfilmentProperties(
        Duration firstRetry, Duration longestRetry, Duration deadline, Duration attentionAfter, int slowStepLimit) {}
