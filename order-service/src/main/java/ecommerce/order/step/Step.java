package ecommerce.order.step;

import ecommerce.order.order.Order;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A step of an order's route: a request to another service. A step may be performed more than once and must be
 * idempotent.
 */
public interface Step {

    /** Returns the name that is stored as an order's position. It must not change while orders are at the step. */
    String name();

    /** Returns whether the order needs the step. The route skips a step that isn't needed. */
    default boolean isNeededFor(OrderWork work) {
        return true;
    }

    /** Calls the other service. Throws if the result is unknown; the step is then retried. */
    StepOutcome perform(OrderWork work);

    /**
     * Returns what is undone when the other service refuses the request. {@link Undo#NONE} for a step that has no known
     * refusal.
     */
    default Undo whenRefused() {
        return Undo.NONE;
    }

    /**
     * Returns what is undone when the step is given up, at the order's deadline or because the customer cancels. {@link
     * Undo#NONE} for a step that is never given up but retried until it is answered.
     */
    default Undo whenGivenUp() {
        return Undo.NONE;
    }

    /**
     * Returns whether the payment token must be kept at this step. The token is deleted at the first step that doesn't
     * need it.
     */
    default boolean keepsPaymentToken() {
        return false;
    }

    /**
     * Returns whether the step waits for a payment provider. The number of orders at such a step at a time is limited.
     */
    default boolean isSlow() {
        return false;
    }

    /** Returns the change of the order itself once the step is done, or null if it doesn't change. */
    default @Nullable Consumer<Order> onSuccess(OrderWork work) {
        return null;
    }
}
