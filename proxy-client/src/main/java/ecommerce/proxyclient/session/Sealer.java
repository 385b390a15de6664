package ecommerce.proxyclient.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts content that a browser keeps for this service (JWE, AES-256-GCM). Only the instances of this service can read or make
 * it, also after a restart. Each name has keys of its own, so sealed content under one name doesn't stand in for another.
 */
public final class Sealer<T> {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    /** @param validUntil when the content ends */
    record Sealed(Instant validUntil, JsonNode content) {}

    private final String name;
    private final Class<T> type;
    private final Duration lifetime;
    private final JsonMapper json;

    /** The first key encrypts. All of them decrypt. */
    private final List<byte[]> keys;

    private final Clock clock = Clock.systemUTC();

    public Sealer(String name, Class<T> type, Duration lifetime, SessionProperties properties, JsonMapper json) {
        this.name = name;
        this.type = type;
        this.lifetime = lifetime;
        this.json = json;
        this.keys = Stream.of(properties.secret(), properties.previousSecret())
                .filter(StringUtils::hasText)
                .map(secret -> key(name, secret))
                .toList();
    }

    /** Derives a key. The secret is random and long, so that nobody can guess it. */
    private static byte[] key(String name, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Encrypts content, in characters that need no encoding in a cookie or a form. */
    public String seal(T content) {
        var sealed = new Sealed(clock.instant().plus(lifetime), json.valueToTree(content));
        var token = new JWEObject(HEADER, new Payload(json.writeValueAsBytes(sealed)));
        try {
            token.encrypt(new DirectEncrypter(keys.getFirst()));
        } catch (JOSEException e) {
            throw new IllegalStateException("%s can't be encrypted".formatted(name), e);
        }
        return token.serialize();
    }

    /** Decrypts content; null if it has ended, or if it was encrypted with none of the keys. */
    public @Nullable T open(String text) {
        try {
            var sealed = json.readValue(decrypt(text), Sealed.class);
            return sealed.validUntil().isBefore(clock.instant()) ? null : json.treeToValue(sealed.content(), type);
        } catch (ParseException | JOSEException | JacksonException e) {
            log.info("{} can't be read: {}", name, e.getClass().getSimpleName());
            return null;
        }
    }

    private byte[] decrypt(String text) throws ParseException, JOSEException {
        var failure = new JOSEException("No key");
        for (var key : keys) {
            var token = JWEObject.parse(text);
            try {
                token.decrypt(new DirectDecrypter(key));
                return token.getPayload().toBytes();
            } catch (JOSEException otherKey) {
                failure = otherKey;
            }
        }
        throw failure;
    }
}
