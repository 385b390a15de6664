package ecommerce.user.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How signing keys live.
 *
 * @param encryptionSecret what the stored keys are encrypted with
 * @param rotationInterval how long one key signs
 * @param publishAhead how long a key is published before it signs; longer than any replica's check interval
 * @param tokenLifetime how long after a key's last signature it must stay known
 * @param checkInterval how often each replica looks after the keys
 */
@ConfigurationProperties("shop.keys")
record KeyProperties(
        String encryptionSecret,
        Duration rotationInterval,
        Duration publishAhead,
        Duration tokenLifetime,
        Duration checkInterval) {

    @Override
    public String toString() {
        return "KeyProperties[rotationInterval=%s]".formatted(rotationInterval);
    }
}
