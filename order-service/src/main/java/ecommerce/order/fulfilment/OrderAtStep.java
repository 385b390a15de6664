package ecommerce.order.fulfilment;

import ecommerce.order.fulfilment.Routes.Route;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import java.time.Instant;

/**
 * An order at a step of its route.
 *
 * @param storedPosition the position's name in the database
 * @param round the order's round; a task of an earlier round does nothing
 * @param deadline when a step that can be given up is given up
 * @param isFlagged whether the order is flagged for staff
 */
record OrderAtStep(
        OrderWork work, Route route, Step step, String storedPosition, int round, Instant deadline, boolean isFlagged) {

    /** Returns a copy with the stored request to cancel the order. */
    OrderAtStep with(FulfilmentStore.CancelRequest asked) {
        return new OrderAtStep(
                work.with(asked.cancelRequestedBy(), asked.reason()),
                route,
                step,
                storedPosition,
                round,
                deadline,
                isFlagged);
    }

    /** Returns a copy at another step. The copy isn't flagged, because the flag ends when a step succeeds. */
    OrderAtStep at(Route newRoute, Step newStep) {
        return new OrderAtStep(work.to(newRoute.goal()), newRoute, newStep, newStep.name(), round, deadline, false);
    }

    long orderId() {
        return work.orderId();
    }

    @Override
    public String toString() {
        return "Order %d at %s".formatted(orderId(), step.name());
    }
}
