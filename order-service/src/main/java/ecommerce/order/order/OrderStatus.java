package ecommerce.order.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * PENDING while the checkout is at work, NEEDS_ATTENTION while staff must decide because nobody knows where the money
 * is; REJECTED, CANCELLED and RETURNED have cost nothing in the end.
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

    boolean mayBecome(OrderStatus next) {
        return next().contains(next);
    }

    private Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(CONFIRMED, REJECTED, NEEDS_ATTENTION);
            case CONFIRMED -> EnumSet.of(SHIPPED, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED -> EnumSet.of(RETURNED);
            // The decision stands, but giving the money back may get stuck.
            case REJECTED, CANCELLED, RETURNED -> EnumSet.of(NEEDS_ATTENTION);
            case NEEDS_ATTENTION -> EnumSet.of(CONFIRMED, REJECTED, CANCELLED, RETURNED);
        };
    }
}
