package ecommerce.defaults.idempotency;

import ecommerce.defaults.idempotency.IdempotencyKeys.Response;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Executes each creating request once per {@code Idempotency-Key}. */
@RepeatOnDeadlock
public class IdempotentRequests {

    /** The created resource: its location and the representation that the client receives. */
    public record Created<T>(String location, T representation) {}

    private final IdempotencyKeys keys;
    private final JsonMapper json;
    private final JsonMapper fingerprints;

    IdempotentRequests(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.fingerprints = json.rebuild()
                .addModule(new SimpleModule().addSerializer(BigDecimal.class, new EqualAmounts()))
                .build();
        // The previous version may have stored a response without a field that is new.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /**
     * Returns the key of a request.
     *
     * @param body the whole request body; path and body together identify the request
     */
    public RequestKey key(long userId, String value, String path, Object body) {
        return new RequestKey(userId, value, hash(path + "\n" + fingerprints.writeValueAsString(body)), null);
    }

    /**
     * Returns the key of a request that the previous version identifies by another text.
     *
     * @param previousForm the text from which the previous version computes its fingerprint
     */
    public RequestKey key(long userId, String value, String path, Object body, String previousForm) {
        return new RequestKey(userId, value, key(userId, value, path, body).fingerprint(), hash(previousForm));
    }

    /** Returns the first response under the key. Throws 422 if the key was used for another path or body. */
    public <T> Optional<StoredAnswer<T>> find(RequestKey key, Class<T> type) {
        return keys.find(key).map(response -> replay(response, type));
    }

    /**
     * Claims the key and runs the work in one transaction, or returns the first response under the key. Throws 422 if
     * the key was used for another path or body, and 409 while the first request is in progress.
     */
    @Transactional
    public <T> StoredAnswer<T> once(RequestKey key, Class<T> type, Supplier<Created<T>> work) {
        if (!keys.claim(key)) {
            return find(key, type).orElseThrow();
        }
        var created = work.get();
        keys.remember(key, new Response(created.location(), json.writeValueAsString(created.representation())));
        return new StoredAnswer<>(created.location(), created.representation(), false);
    }

    /** Writes equal amounts, such as 24 and 24.00, as equal texts. */
    private static final class EqualAmounts extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(amount.stripTrailingZeros().toPlainString());
        }
    }

    private <T> StoredAnswer<T> replay(Response response, Class<T> type) {
        return new StoredAnswer<>(response.location(), json.readValue(response.body(), type), true);
    }

    private static byte[] hash(String request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
