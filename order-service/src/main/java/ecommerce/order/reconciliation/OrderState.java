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
 * @param quantities ordered pieces by product
 */
record OrderState(
        long orderId,
        OrderStatus status,
        BigDecimal fee,
        Instant changedAt,
        boolean settled,
        boolean hasTask,
        Map<Long, Integer> quantities) {

    /** Whether nothing has happened to it between two looks. */
    boolean isSameAs(OrderState other) {
        return status == other.status
                && settled == other.settled
                && hasTask == other.hasTask
                && changedAt.equals(other.changedAt);
    }
}
