package ecommerce.order.repair;

import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderStatus;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repeats steps of orders that disagree with other services. Repeating a completed step has no effect. */
@Component
@Transactional
public class FulfilmentRepair {

    private static final String BY = "reconciliation";

    private final Fulfilments fulfilments;
    private final OrderChanges orders;

    FulfilmentRepair(Fulfilments fulfilments, OrderChanges orders) {
        this.fulfilments = fulfilments;
        this.orders = orders;
    }

    /** Schedules a new task for an order that has lost its task. */
    public void resume(long orderId) {
        fulfilments.lock(orderId).filter(state -> !state.isDone()).ifPresent(state -> {
            orders.apply(orderId, order -> order.note("Resumed", BY));
            fulfilments.repeat(state);
        });
    }

    /** Repeats the undo steps of a rejected, cancelled or returned order. */
    public void undoAgain(long orderId) {
        undoAgain(orderId, fulfilments::undoAgain);
    }

    /**
     * Repeats the undo steps of a rejected, cancelled or returned order. They include the reversal of the payment even
     * if staff closed the order by hand, because the previous version left such a payment authorised.
     */
    public void reverseAgain(long orderId) {
        undoAgain(orderId, fulfilments::reverseAgain);
    }

    private void undoAgain(long orderId, BiConsumer<FulfilmentState, OrderStatus> begin) {
        fulfilments
                .lock(orderId)
                .filter(FulfilmentState::isDone)
                .ifPresent(state -> orders.apply(orderId, order -> {
                    if (order.status().isUndone()) {
                        order.note("Repeating the undo steps", BY);
                        begin.accept(state, order.status());
                    }
                }));
    }

    /** Releases a confirmed order's shipment again. */
    public void releaseShipmentAgain(long orderId) {
        fulfilments
                .lock(orderId)
                .filter(FulfilmentState::isDone)
                .ifPresent(state -> orders.apply(orderId, order -> {
                    if (order.status() == OrderStatus.CONFIRMED) {
                        order.note("Releasing the shipment again", BY);
                        fulfilments.releaseShipmentAgain(state);
                    }
                }));
    }

    /** Cancels a confirmed order whose payment was refunded in full, but not by a step of the order. */
    public void cancelRefunded(long orderId) {
        fulfilments
                .lock(orderId)
                .filter(FulfilmentState::isDone)
                .ifPresent(state -> orders.apply(orderId, order -> {
                    if (order.status() == OrderStatus.CONFIRMED) {
                        order.note("The payment was refunded in full", BY);
                        fulfilments.cancel(state, "The payment was refunded", BY, true);
                    }
                }));
    }
}
