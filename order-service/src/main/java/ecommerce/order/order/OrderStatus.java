package ecommerce.order.order;

/** PENDING while the checkout is at work; REJECTED and DELIVERED are final. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    REJECTED;

    boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case PENDING -> next == CONFIRMED || next == REJECTED;
            case CONFIRMED -> next == SHIPPED;
            case SHIPPED -> next == DELIVERED;
            case DELIVERED, REJECTED -> false;
        };
    }
}
