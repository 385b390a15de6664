package ecommerce.order.fulfilment;

import ecommerce.order.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a route begins anew.
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
        boolean closedByHand) {

    static FulfilmentStart of(FulfilmentState state) {
        return new FulfilmentStart(
                state.orderId(),
                state.position(),
                state.goal(),
                null,
                null,
                state.restock(),
                state.closedByHand());
    }

    FulfilmentStart at(Routes.Position start) {
        return new FulfilmentStart(
                orderId, start.step().name(), start.route().goal(), reason, requestedBy, restock, closedByHand);
    }

    FulfilmentStart because(@Nullable String why, @Nullable String by) {
        return new FulfilmentStart(orderId, position, goal, why, by, restock, closedByHand);
    }

    FulfilmentStart restocking(boolean newRestock) {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, newRestock, closedByHand);
    }

    FulfilmentStart closed() {
        return new FulfilmentStart(orderId, position, goal, reason, requestedBy, restock, true);
    }

    FulfilmentStart done() {
        return new FulfilmentStart(orderId, Routes.DONE, goal, reason, requestedBy, restock, closedByHand);
    }
}
