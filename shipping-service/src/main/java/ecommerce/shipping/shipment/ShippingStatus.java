package ecommerce.shipping.shipment;

/**
 * The status of a shipment. It is PENDING until its order is paid for, then READY to be shipped. CANCELLED is final.
 * DELIVERED is final unless staff correct it.
 */
public enum ShippingStatus {
    PENDING,
    READY,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** Tells whether a shipment with this status has reached the given status. */
    public boolean hasReached(ShippingStatus status) {
        return this == status || (this == DELIVERED && status == SHIPPED);
    }
}
