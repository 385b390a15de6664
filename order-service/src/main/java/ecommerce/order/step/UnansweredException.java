package ecommerce.order.step;

/** The other service answered, but its answer doesn't tell whether the step is done. The step is repeated. */
class UnansweredException extends RuntimeException {

    UnansweredException(String message) {
        super(message);
    }

    UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }
}
