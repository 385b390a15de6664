package ecommerce.shipping.shipping;

/** PENDING until the order is paid for, READY for staff to ship; DELIVERED and CANCELLED are final. */
enum ShippingStatus {
    PENDING,
    READY,
    SHIPPED,
    DELIVERED,
    CANCELLED
}
