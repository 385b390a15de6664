package ecommerce.order.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of a fulfilment.
 *
 * @param firstRetry the pause after the first request without an answer
 * @param longestRetry up to which the pause doubles; after that it grows by a tenth each time
 * @param deadline from the order's placement until a step that can be given up is given up
 * @param attentionAfter how long a step is asked without an answer until the order is flagged for staff
 * @param slowStepLimit how many orders may be at the same payment step at a time, on each replica
 */
@ConfigurationProperties("shop.fulfilment")
record FulfilmentProperties(
        Duration firstRetry, Duration longestRetry, Duration deadline, Duration attentionAfter, int slowStepLimit) {}
