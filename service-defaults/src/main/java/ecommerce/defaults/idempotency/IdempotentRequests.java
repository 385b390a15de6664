package ecommerce.defaults.idempotency;

import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Carries out requests that create something, once per {@code Idempotency-Key}. */
@RepeatOnDeadlock
public class IdempotentRequests {

    /** What a request has created: where it is, and the representation that the client gets. */
    public record Created(String location, Object representation) {}

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    IdempotentRequests(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Runs the work in one transaction with its key, or answers what the first request under the key was answered. Throws
     * 422 if the key was used for another path or body, 409 while the first request is running.
     *
     * @param request the whole body; with the path it is the request's fingerprint
     */
    @Transactional
    public StoredAnswer once(long userId, String key, String path, Object request, Supplier<Created> work) {
        var claimed = Key.of(userId, key, path + "\n" + json.writeValueAsString(request));
        if (!keys.claim(claimed)) {
            return keys.find(claimed).orElseThrow();
        }
        var created = work.get();
        return keys.remember(claimed, created.location(), json.writeValueAsString(created.representation()));
    }
}
