package ecommerce.shipping.shipping;

/** PENDING until the order is paid for, READY for staff to ship; DELIVERED and CANCELLED are final. */
enum ShippingStatus {
    PENDING,
    READY,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** Whether a shipment has come so far, or farther. */
    boolean hasReached(ShippingStatus status) {
        return this == status || (this == DELIVERED && status == SHIPPED);
    }
}
