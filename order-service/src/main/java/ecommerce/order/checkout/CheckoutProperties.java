package ecommerce.order.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The patience of a checkout.
 *
 * @param firstRetry until a step without an answer is tried again
 * @param longestRetry up to which that time grows
 * @param deadline after which an order is given up that hasn't got as far as paying
 * @param attentionAfter how long a step that leaves money uncertain is tried before staff are called
 */
@ConfigurationProperties("shop.checkout")
record CheckoutProperties(Duration firstRetry, Duration longestRetry, Duration deadline, Duration attentionAfter) {}
