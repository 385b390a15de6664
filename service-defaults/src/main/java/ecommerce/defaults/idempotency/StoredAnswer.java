package ecommerce.defaults.idempotency;

import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The 201 response to a request with an {@code Idempotency-Key}.
 *
 * @param representation the created resource as it was when the request was first executed
 * @param replayed whether an earlier request already received this response
 */
public record StoredAnswer<T>(String location, T representation, boolean replayed) {

    public ResponseEntity<T> toResponse() {
        var answer = ResponseEntity.created(URI.create(location)).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(representation);
    }
}
