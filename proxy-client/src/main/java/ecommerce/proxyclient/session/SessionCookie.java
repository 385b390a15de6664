package ecommerce.proxyclient.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a session in a cookie that only the instances of this service can read (JWE, AES-256-GCM). The cookie survives
 * restarts, and every instance accepts it. Scripts can't read it, and requests from other sites' forms don't carry it.
 */
@Component
class SessionCookie {

    static final String NAME = "shop_session";

    private static final Logger log = LoggerFactory.getLogger(SessionCookie.class);
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    private final SessionProperties properties;
    private final JsonMapper json;
    private final byte[] key;
    private final Clock clock = Clock.systemUTC();

    SessionCookie(SessionProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.key = key(properties.secret());
    }

    /** Derives the key. The secret is random and long, so that nobody can guess it. */
    private static byte[] key(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("shop-session:" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the session of the request; an empty one if there is none, or if it has ended or can't be decrypted. */
    SessionContent read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return SessionContent.EMPTY;
        }
        try {
            var token = JWEObject.parse(cookie.getValue());
            token.decrypt(new DirectDecrypter(key));
            var content = json.readValue(token.getPayload().toBytes(), SessionContent.class);
            var end = content.validUntil();
            return end == null || end.isBefore(clock.instant()) ? SessionContent.EMPTY : content;
        } catch (ParseException | JOSEException | JacksonException e) {
            log.info("A session's cookie can't be read: {}", e.getClass().getSimpleName());
            return SessionContent.EMPTY;
        }
    }

    ResponseCookie write(SessionContent content) {
        if (content.isEmpty()) {
            return cookie("", Duration.ZERO);
        }
        var token = new JWEObject(
                HEADER,
                new Payload(json.writeValueAsBytes(
                        content.validUntil(clock.instant().plus(properties.lifetime())))));
        try {
            token.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The session can't be encrypted", e);
        }
        return cookie(token.serialize(), properties.lifetime());
    }

    private ResponseCookie cookie(String value, Duration lifetime) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(properties.secureCookie())
                .sameSite("Lax")
                .path("/app")
                .maxAge(lifetime)
                .build();
    }
}
