package ecommerce.proxyclient.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.ResponseCookie;

/**
 * Configures the session of the web shop.
 *
 * @param secret encrypts the session's cookies; all instances share it
 * @param previousSecret also decrypts the cookies, while a new secret replaces it; empty if there is none
 * @param lifetime how long a cookie is valid after it was written: as long as user-service's refresh tokens
 * @param secureCookie whether the cookies are sent only over HTTPS
 */
@ConfigurationProperties("shop.session")
public record SessionProperties(String secret, String previousSecret, Duration lifetime, boolean secureCookie) {

    /** Names the cookie with the random token of the browser's forms. */
    public static final String FORM_TOKEN_COOKIE = "shop_csrf";

    /** Names the cookie with the random id of the sign-in that has ended last. */
    public static final String ENDED_COOKIE = "shop_ended";

    /** Returns a cookie that scripts can't read, and that forms of other sites don't carry. */
    public ResponseCookie cookie(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secureCookie)
                .sameSite("Lax")
                .path("/app")
                .maxAge(age)
                .build();
    }

    @Override
    public String toString() {
        return "SessionProperties[lifetime=%s, secureCookie=%s]".formatted(lifetime, secureCookie);
    }
}
