package ecommerce.order.step;

/** The other service answered, but its answer doesn't tell whether the step is done. The step is repeated. */
public class UnansweredException extends RuntimeException {

    public UnansweredException(String message) {
        super(message);
    }

    public UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }
}
