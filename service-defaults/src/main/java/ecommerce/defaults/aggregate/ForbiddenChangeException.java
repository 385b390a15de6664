package ecommerce.defaults.aggregate;

import java.util.Map;

/**
 * Thrown by an aggregate whose state doesn't allow a change. Clients get a 409 with the message and the details. {@code
 * ProblemDetailsAdvice} maps it, so that entities don't depend on HTTP.
 */
public class ForbiddenChangeException extends RuntimeException {

    private final transient Map<String, ?> details;

    public ForbiddenChangeException(String message) {
        this(message, Map.of());
    }

    /** @param details more members of the problem that the client gets, by name */
    public ForbiddenChangeException(String message, Map<String, ?> details) {
        super(message);
        this.details = Map.copyOf(details);
    }

    public Map<String, ?> details() {
        return details;
    }
}
