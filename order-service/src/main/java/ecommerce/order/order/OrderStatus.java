package ecommerce.order.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * PENDING until the payment is captured. REJECTED, CANCELLED and RETURNED orders cost nothing in the end.
 *
 * <p>NEEDS_ATTENTION is a status of the version before. An order that it parked gets its former status and a flag. As a
 * filter it selects the flagged orders.
 */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    REJECTED,
    CANCELLED,
    RETURNED,
    NEEDS_ATTENTION;

    /** Tells whether the order was undone, for a reason that is shown. */
    public boolean isUndone() {
        return this == REJECTED || this == CANCELLED || this == RETURNED;
    }

    boolean mayBecome(OrderStatus next) {
        return next().contains(next);
    }

    private Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(CONFIRMED, REJECTED);
            case CONFIRMED -> EnumSet.of(SHIPPED, CANCELLED, RETURNED);
            case SHIPPED -> EnumSet.of(DELIVERED, CONFIRMED, RETURNED);
            case DELIVERED -> EnumSet.of(RETURNED, SHIPPED, CONFIRMED);
            case REJECTED, CANCELLED, RETURNED -> EnumSet.noneOf(OrderStatus.class);
            case NEEDS_ATTENTION -> EnumSet.of(PENDING, REJECTED, CANCELLED, RETURNED);
        };
    }
}
