package ecommerce.defaults.problem;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** Says that a service doesn't read a body any further, because it exceeds its limit. */
public final class TooLargeBodyException extends IOException {

    public TooLargeBodyException(DataSize limit) {
        super("The body is too large. It must have at most %d bytes.".formatted(limit.toBytes()));
    }
}
