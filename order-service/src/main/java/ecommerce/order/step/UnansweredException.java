package ecommerce.order.step;

/** Thrown when the answer of the other service doesn't tell whether the step is done. The step is retried. */
public class UnansweredException extends RuntimeException {

    public UnansweredException(String message) {
        super(message);
    }

    public UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }
}
