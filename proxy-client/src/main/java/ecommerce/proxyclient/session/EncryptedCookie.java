package ecommerce.proxyclient.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cookie that only the instances of this service can read. It survives restarts, and every instance accepts it. Its content ends
 * with its lifetime, whatever the browser makes of that. Scripts can't read it, and requests from other sites' forms don't carry it.
 */
final class EncryptedCookie<T> {

    private final String name;
    private final SessionProperties properties;
    private final Sealer<T> sealer;

    EncryptedCookie(String name, Class<T> type, SessionProperties properties, JsonMapper json) {
        this.name = name;
        this.properties = properties;
        this.sealer = new Sealer<>(name, type, properties.lifetime(), properties, json);
    }

    /** Returns the content of the request's cookie; null if there is none, or if it has ended or can't be decrypted. */
    @Nullable
    T read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? null : sealer.open(cookie.getValue());
    }

    /** Returns a cookie with this content. */
    ResponseCookie of(T content) {
        return properties.cookie(name, sealer.seal(content), properties.lifetime());
    }

    /** Returns a cookie that makes the browser forget this one. */
    ResponseCookie forgotten() {
        return properties.cookie(name, "", Duration.ZERO);
    }
}
