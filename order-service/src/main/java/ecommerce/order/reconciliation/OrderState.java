package ecommerce.order.reconciliation;

import ecommerce.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * The state of an order for the comparison.
 *
 * @param settled whether all steps are done
 * @param hasTask whether the order has a durable task
 * @param flagged whether the order is flagged for staff
 * @param closedByHand whether staff have settled the money outside the shop
 * @param pieces by product id
 */
record OrderState(
        long orderId,
        OrderStatus status,
        BigDecimal fee,
        Instant changedAt,
        boolean settled,
        boolean hasTask,
        boolean flagged,
        boolean closedByHand,
        Map<Long, Pieces> pieces) {

    /**
     * Counts the pieces of a product.
     *
     * @param parcelled ordered and not cancelled
     * @param out neither cancelled nor returned
     */
    record Pieces(int parcelled, int out) {}

    /** Returns whether the order hasn't changed between two reads. */
    boolean isSameAs(OrderState other) {
        return status == other.status
                && settled == other.settled
                && hasTask == other.hasTask
                && changedAt.equals(other.changedAt);
    }

    OrderState with(Map<Long, Pieces> itsPieces) {
        return new OrderState(orderId, status, fee, changedAt, settled, hasTask, flagged, closedByHand, itsPieces);
    }
}
