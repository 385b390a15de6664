package ecommerce.order.step;

import ecommerce.order.order.Order;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request to another service on an order's route. A step may be performed more than once and must be idempotent. */
public interface Step {

    /** The name under which an order's position is stored. It must not change while orders stand at the step. */
    String name();

    /** Tells whether the order needs the step. The route skips a step that isn't needed. */
    default boolean isNeededFor(OrderWork work) {
        return true;
    }

    /** Asks the other service. An exception means that there is no answer: the step is repeated. */
    StepOutcome perform(OrderWork work);

    /** What is undone when the other service refuses. {@link Undo#NONE} for a step that has no known refusal. */
    default Undo whenRefused() {
        return Undo.NONE;
    }

    /**
     * What is undone when the step is given up, at the order's deadline or because the customer cancels. {@link
     * Undo#NONE} for a step that is never given up but repeated until it is answered.
     */
    default Undo whenGivenUp() {
        return Undo.NONE;
    }

    /** Tells whether the payment token is still needed at this step. It is deleted at the first step that doesn't. */
    default boolean keepsPaymentToken() {
        return false;
    }

    /** Tells whether the step waits for a payment provider. Few orders at a time may be at such a step. */
    default boolean isSlow() {
        return false;
    }

    /** How the order itself changes once the step is done, or null if it doesn't. */
    default @Nullable Consumer<Order> onSuccess(OrderWork work) {
        return null;
    }
}
