package ecommerce.product.reservation;

/** RESERVED until, once, it becomes one of the others; what is COMMITTED may be RETURNED, once again. */
enum ReservationStatus {
    RESERVED,
    COMMITTED,
    RELEASED,
    EXPIRED,
    RETURNED
}
