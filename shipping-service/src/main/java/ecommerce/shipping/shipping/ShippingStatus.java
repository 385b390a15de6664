package ecommerce.shipping.shipping;

/**
 * The status of a shipment. It is PENDING until its order is paid for, then READY to be shipped. CANCELLED is final.
 * DELIVERED is final unless staff correct it.
 */
enum ShippingStatus {
    PENDING,
    READY,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** Tells whether a shipment with this status has reached the given status. */
    boolean hasReached(ShippingStatus status) {
        return this == status || (this == DELIVERED && status == SHIPPED);
    }
}
