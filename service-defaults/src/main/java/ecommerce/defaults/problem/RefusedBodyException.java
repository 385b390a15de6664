package ecommerce.defaults.problem;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/** Says why a service doesn't read a body any further. */
public final class RefusedBodyException extends IOException {

    private final HttpStatus status;
    private final String detail;

    private RefusedBodyException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
        this.detail = detail;
    }

    /** Creates a 413 that names the limit. */
    public static RefusedBodyException tooLarge(DataSize limit) {
        return new RefusedBodyException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is too large. It must have at most %d bytes.".formatted(limit.toBytes()));
    }

    /** Creates a 408: the client sends the body too slowly. */
    public static RefusedBodyException tooSlow() {
        return new RefusedBodyException(
                HttpStatus.REQUEST_TIMEOUT, "The body arrives too slowly. Send the request again.");
    }

    ErrorResponseException problem() {
        return Problem.of(status, detail);
    }
}
