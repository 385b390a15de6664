package ecommerce.defaults.body;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says that a service doesn't read a body any further, because it exceeds its limit. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
public final class TooLargeBodyException extends IOException {

    /** The request attribute with the exception, for errors that hide it. */
    public static final String ATTRIBUTE = TooLargeBodyException.class.getName();

    TooLargeBodyException(DataSize limit) {
        super("The body is too large. It must have at most %d bytes.".formatted(limit.toBytes()));
    }
}
