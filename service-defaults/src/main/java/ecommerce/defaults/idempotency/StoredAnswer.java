package ecommerce.defaults.idempotency;

import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What a request under a key was answered: 201 with this location and JSON.
 *
 * @param replayed whether an earlier request got this answer already
 */
public record StoredAnswer(String location, String response, boolean replayed) {

    public ResponseEntity<String> toResponse() {
        var answer = ResponseEntity.created(URI.create(location)).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(response);
    }
}
