package ecommerce.payment.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures how the provider's events are checked.
 *
 * @param secret the secret shared with the provider: {@code whsec_} and at least 24 bytes of a key in Base64, as
 *     Standard Webhooks defines. Without that prefix, the text of the secret is the key
 * @param tolerance the maximum difference between an event's time and ours, before or after
 * @param keepEvents how long an event is stored so that a repeated delivery is recognised
 */
@ConfigurationProperties("shop.payments.webhook")
record WebhookProperties(String secret, Duration tolerance, Duration keepEvents) {

    private static final String PREFIX = "whsec_";
    private static final int KEY_LENGTH = 24;

    WebhookProperties {
        if (secret.startsWith(PREFIX)) {
            decode(secret);
        }
    }

    /** Returns the key of the signatures. */
    byte[] key() {
        return secret.startsWith(PREFIX) ? decode(secret) : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("PAYMENT_WEBHOOK_SECRET isn't Base64 after " + PREFIX);
        }
        if (key.length < KEY_LENGTH) {
            throw new IllegalArgumentException(
                    "PAYMENT_WEBHOOK_SECRET has a key of %d bytes after %s, which somebody could guess. Standard Webhooks requires %d."
                            .formatted(key.length, PREFIX, KEY_LENGTH));
        }
        return key;
    }

    @Override
    public String toString() {
        return "WebhookProperties[tolerance=%s, keepEvents=%s]".formatted(tolerance, keepEvents);
    }
}
