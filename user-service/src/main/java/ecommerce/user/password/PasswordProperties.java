package ecommerce.user.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the hashing of passwords.
 *
 * @param encoding how new passwords are hashed: {@code pbkdf2@SpringSecurity_v5_8}, {@code pbkdf2-600000}, or for tests in
 *     the profile {@code local} {@code pbkdf2-1000}
 * @param concurrency how many threads hash at the same time; 0 for one per processor
 * @param maxWait how long a request waits for its turn
 */
@ConfigurationProperties("shop.passwords")
record PasswordProperties(String encoding, int concurrency, Duration maxWait) {

    int threads() {
        return concurrency > 0 ? concurrency : Runtime.getRuntime().availableProcessors();
    }
}
