package ecommerce.payment.webhook;

import ecommerce.defaults.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Checks signatures as the Standard Webhooks specification defines them (standardwebhooks.com): {@code v1,} and the
 * Base64 of the HMAC-SHA256 over {@code id.timestamp.body}. While a secret is being changed, an event has several
 * signatures, separated by spaces.
 */
@Component
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final WebhookProperties properties;

    WebhookSignature(WebhookProperties properties) {
        this.properties = properties;
    }

    /**
     * Throws 401 unless the body, id and time are signed with the shared secret and the time is within the tolerance.
     */
    void require(String id, String timestamp, String signatures, byte[] body) {
        var distance = Duration.between(time(timestamp), Instant.now()).abs();
        if (distance.compareTo(properties.tolerance()) > 0) {
            throw Problem.unauthorized("The event's timestamp differs too much from the current time");
        }
        var expected = (VERSION + sign(id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        for (var signature : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                return;
            }
        }
        throw Problem.unauthorized("The event isn't signed with the shared secret");
    }

    private String sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(properties.key(), ALGORITHM));
            mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }

    private static Instant time(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            throw Problem.unauthorized("The event's timestamp must be in seconds since 1970");
        }
        return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }
}
