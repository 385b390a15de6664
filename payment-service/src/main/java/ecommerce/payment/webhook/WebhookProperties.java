package ecommerce.payment.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the provider's events are checked.
 *
 * @param secret the key of the signatures, shared with the provider
 * @param tolerance how far an event's time may be from ours, before or after
 * @param keepEvents how long an event is recognised when it comes again
 */
@ConfigurationProperties("shop.payments.webhook")
record WebhookProperties(String secret, Duration tolerance, Duration keepEvents) {

    @Override
    public String toString() {
        return "WebhookProperties[tolerance=%s, keepEvents=%s]".formatted(tolerance, keepEvents);
    }
}
