package ecommerce.defaults.idempotency;

import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A stored 201 response: its location and JSON body.
 *
 * @param replayed whether an earlier request already received this response
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
