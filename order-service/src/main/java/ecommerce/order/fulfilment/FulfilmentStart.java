package ecommerce.order.fulfilment;

import ecommerce.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Describes the start of a new round.
 *
 * @param reason null keeps the stored reason
 * @param requestedBy null keeps the stored name
 */
record FulfilmentStart(
        long orderId,
        String position,
        OrderStatus goal,
        @Nullable String reason,
        @Nullable String requestedBy,
        boolean restock,
        boolean closedByHand,
        @Nullable Long amendmentId) {

    static FulfilmentStart of(FulfilmentState state) {
        return new FulfilmentStart(
                state.orderId(),
                state.position(),
                state.goal(),
                null,
                null,
                state.restock(),
                state.closedByHand(),
                state.amendmentId());
    }

    FulfilmentStart at(Routes.Position start) {
        return new FulfilmentStart(
                orderId,
                start.step().name(),
                start.route().goal(),
                reason,
                requestedBy,
                restock,
                closedByHand,
                amendmentId);
    }

    /** Returns a copy for a route that concerns the whole order. */
    FulfilmentStart ofWholeOrder() {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, restock, closedByHand, null);
    }

    /** Returns a copy for an amendment. Its refund is made even if the order was closed by hand before. */
    FulfilmentStart amending(long newAmendmentId) {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, restock, false, newAmendmentId);
    }

    FulfilmentStart because(@Nullable String why, @Nullable String by) {
        return new FulfilmentStart(orderId, position, goal, why, by, restock, closedByHand, amendmentId);
    }

    FulfilmentStart restocking(boolean newRestock) {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, newRestock, closedByHand, amendmentId);
    }

    FulfilmentStart closed() {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, restock, true, amendmentId);
    }

    /** Returns a copy for a route that also reverses the payment of an order that was closed by hand. */
    FulfilmentStart reopened() {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, restock, false, amendmentId);
    }

    FulfilmentStart done() {
        return new FulfilmentStart(orderId, Routes.DONE, goal, reason, requestedBy, restock, closedByHand, amendmentId);
    }
}
