package ecommerce.proxyclient.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the session of the web shop.
 *
 * @param secret encrypts the session's cookie; all instances share it
 * @param lifetime how long a browser keeps an unused session, which is user-service's lifetime of a refresh token
 * @param secureCookie whether the cookies are sent only over HTTPS
 */
@ConfigurationProperties("shop.session")
public record SessionProperties(String secret, Duration lifetime, boolean secureCookie) {

    @Override
    public String toString() {
        return "SessionProperties[lifetime=%s, secureCookie=%s]".formatted(lifetime, secureCookie);
    }
}
