package ecommerce.defaults.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates strong entity tags for representations that contain data of several rows, such as a product with its stock. A
 * tag is a hash of the representation's JSON, so it changes whenever the representation does (RFC 9110, 8.8.1). For a
 * representation of one versioned row, {@link ETag} is cheaper.
 */
public final class RepresentationTags {

    private static final int BYTES = 16;

    private final JsonMapper json;

    RepresentationTags(JsonMapper json) {
        this.json = json;
    }

    public String of(Object representation) {
        var hash = sha256().digest(json.writeValueAsString(representation).getBytes(StandardCharsets.UTF_8));
        return "\"%s\"".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    /** Returns a 200 with the representation's tag, or a 304 if the client already has it. */
    public <T> ResponseEntity<T> ok(T representation) {
        return ResponseEntity.ok().eTag(of(representation)).body(representation);
    }

    /** Returns a 201 with the representation's tag. */
    public <T> ResponseEntity<T> created(URI location, T representation) {
        return ResponseEntity.created(location).eTag(of(representation)).body(representation);
    }

    /** Throws 412 if {@code If-Match} doesn't name the tag of the current representation. */
    public void check(@Nullable String ifMatch, Object current) {
        ETag.check(ifMatch, of(current));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
