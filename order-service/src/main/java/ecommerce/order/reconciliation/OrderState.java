package ecommerce.order.reconciliation;

import ecommerce.order.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An order as it is compared.
 *
 * @param settled whether all steps are done
 * @param hasTask whether a durable task is there to carry it on
 * @param flagged whether staff are called already
 * @param closedByHand whether staff have settled the money outside of the shop
 * @param pieces by product
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
     * Pieces of a product.
     *
     * @param parcelled ordered and not cancelled
     * @param out neither cancelled nor returned
     */
    record Pieces(int parcelled, int out) {}

    /** Whether nothing has happened to it between two looks. */
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
