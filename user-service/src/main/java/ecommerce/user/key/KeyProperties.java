package ecommerce.user.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the lifecycle of signing keys.
 *
 * @param encryptionSecret the secret that encrypts the stored keys
 * @param previousEncryptionSecret the secret of before, which still decrypts keys; empty if there is none
 * @param rotationInterval how long a key signs tokens
 * @param publishAhead how long a key is published before it signs; must be longer than any replica's check interval
 * @param tokenLifetime how long a key remains published after its last signature
 * @param checkInterval the interval at which each replica rotates and reloads the keys
 */
@ConfigurationProperties("shop.keys")
record KeyProperties(
        String encryptionSecret,
        String previousEncryptionSecret,
        Duration rotationInterval,
        Duration publishAhead,
        Duration tokenLifetime,
        Duration checkInterval) {

    @Override
    public String toString() {
        return "KeyProperties[rotationInterval=%s]".formatted(rotationInterval);
    }
}
