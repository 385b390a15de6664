package ecommerce.order.step;

/** The outcome of a step. A step without an answer has no outcome; it throws. */
public sealed interface StepOutcome {

    /** The other service has carried out the request. */
    record Done() implements StepOutcome {}

    /**
     * The other service has finally refused the request. The order is undone.
     *
     * @param reason shown to the customer
     */
    record Refused(String reason) implements StepOutcome {}

    /**
     * Another event came first, such as the shipment of the goods. The change is dropped, and the order stays as it is.
     *
     * @param reason shown to the customer
     */
    record Overtaken(String reason) implements StepOutcome {}

    /**
     * The step is given up before it was answered. The request may still take effect, so it is undone as well.
     *
     * @param reason shown to the customer
     */
    record GivenUp(String reason) implements StepOutcome {}

    /**
     * The other service has refused a request that must succeed. The order is flagged for staff, and the step is
     * retried meanwhile.
     *
     * @param reason shown to staff
     */
    record Stuck(String reason) implements StepOutcome {}
}
