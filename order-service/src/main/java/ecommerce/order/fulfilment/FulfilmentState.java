package ecommerce.order.fulfilment;

import ecommerce.order.order.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored position of an order on its route.
 *
 * @param position the next step's name, or {@code DONE}
 * @param goal the status that the route leads to
 * @param deadline when a step that can be given up is given up
 * @param round the number of rounds begun before this one
 * @param parked set by the previous version for an order that waits for staff; such an order has no task
 * @param restock whether returned pieces go back on sale
 * @param closedByHand whether staff have settled the money outside the shop
 * @param amendmentId the amendment that the route carries out, or null
 */
public record FulfilmentState(
        long orderId,
        String position,
        OrderStatus goal,
        @Nullable String paymentToken,
        @Nullable String reason,
        Instant deadline,
        int round,
        boolean parked,
        @Nullable String cancelRequestedBy,
        boolean restock,
        boolean closedByHand,
        @Nullable Long amendmentId) {

    public boolean isDone() {
        return position.equals(Routes.DONE);
    }

    /** Returns whether the route is changing some pieces of the order. */
    public boolean changesPieces() {
        return amendmentId != null && !isDone();
    }

    /** Leaves out the payment token. */
    @Override
    public String toString() {
        return "FulfilmentState[orderId=%d, position=%s, goal=%s, round=%d]".formatted(orderId, position, goal, round);
    }
}
