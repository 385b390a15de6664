package ecommerce.defaults.idempotency;

import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.transaction.RepeatOnDeadlock;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Executes each creating request once per {@code Idempotency-Key}. */
@RepeatOnDeadlock
public class IdempotentRequests {

    /** The created resource: its location and the representation that the client receives. */
    public record Created(String location, Object representation) {}

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    IdempotentRequests(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Claims the key and runs the work in one transaction, or returns the first response under the key. Throws 422 if
     * the key was used for another path or body, and 409 while the first request is in progress.
     *
     * @param request the whole request body; path and body together identify the request
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
