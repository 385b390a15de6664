package ecommerce.proxyclient.session;

import com.nimbusds.jose.JOSEException;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cookie that only the instances of this service can read. It survives restarts, and every instance accepts it. Scripts
 * can't read it, and requests from other sites' forms don't carry it.
 */
final class EncryptedCookie<T> {

    private static final Logger log = LoggerFactory.getLogger(EncryptedCookie.class);

    /** @param validUntil when the content ends, whatever the browser makes of the cookie's own lifetime */
    record Sealed(Instant validUntil, JsonNode content) {}

    private final String name;
    private final Class<T> type;
    private final SessionProperties properties;
    private final JsonMapper json;
    private final CookieCipher cipher;
    private final Clock clock = Clock.systemUTC();

    EncryptedCookie(String name, Class<T> type, SessionProperties properties, JsonMapper json) {
        this.name = name;
        this.type = type;
        this.properties = properties;
        this.json = json;
        this.cipher = new CookieCipher(name, properties.secret(), properties.previousSecret());
    }

    /** Returns the content of the request's cookie; null if there is none, or if it has ended or can't be decrypted. */
    @Nullable
    T read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        try {
            var sealed = json.readValue(cipher.decrypt(cookie.getValue()), Sealed.class);
            return sealed.validUntil().isBefore(clock.instant()) ? null : json.treeToValue(sealed.content(), type);
        } catch (ParseException | JOSEException | JacksonException e) {
            log.info("The cookie {} can't be read: {}", name, e.getClass().getSimpleName());
            return null;
        }
    }

    /** Returns a cookie with this content. */
    ResponseCookie of(T content) {
        var sealed = new Sealed(clock.instant().plus(properties.lifetime()), json.valueToTree(content));
        return properties.cookie(name, cipher.encrypt(json.writeValueAsBytes(sealed)), properties.lifetime());
    }

    /** Returns a cookie that makes the browser forget this one. */
    ResponseCookie forgotten() {
        return properties.cookie(name, "", Duration.ZERO);
    }
}
