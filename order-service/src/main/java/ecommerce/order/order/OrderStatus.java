package ecommerce.order.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * The status of an order. An order is PENDING until its payment is captured. The customer of a REJECTED, CANCELLED or
 * RETURNED order pays nothing in the end.
 *
 * <p>NEEDS_ATTENTION was set by the previous version. Such an order gets its former status and a flag. As a filter,
 * NEEDS_ATTENTION selects the flagged orders.
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

    /** Returns whether the order was undone. Such an order has a reason. */
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
