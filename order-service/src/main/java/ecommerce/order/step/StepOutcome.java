package ecommerce.order.step;

/** How a step ended. A step without an answer has no outcome: it throws. */
public sealed interface StepOutcome {

    /** The other service has done what it was asked. */
    record Done() implements StepOutcome {}

    /**
     * The other service refuses for good, so the order is undone.
     *
     * @param reason for the customer to read
     */
    record Refused(String reason) implements StepOutcome {}

    /**
     * Something else happened first, so the change is dropped and the order stays what it is.
     *
     * @param reason for the customer to read
     */
    record Overtaken(String reason) implements StepOutcome {}

    /**
     * The step is given up before it was answered. The request may still have an effect, so it is undone as well.
     *
     * @param reason for the customer to read
     */
    record GivenUp(String reason) implements StepOutcome {}

    /**
     * The other service refuses what must be done. Staff are called; the step is repeated in the meantime.
     *
     * @param reason for staff to read
     */
    record Stuck(String reason) implements StepOutcome {}
}
