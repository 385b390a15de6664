package ecommerce.order.checkout;

/** What a step came to; where it got no answer it has no outcome but an exception. */
sealed interface StepOutcome {

    record Done() implements StepOutcome {}

    /** @param reason for the customer to read */
    record Refused(String reason) implements StepOutcome {}

    /** Nobody knows whether it was done, and there is no more time to find out. */
    record GivenUp(String reason) implements StepOutcome {}

    /** Nobody knows where the money is, and only people can find out. */
    record Stuck(String reason) implements StepOutcome {}
}
