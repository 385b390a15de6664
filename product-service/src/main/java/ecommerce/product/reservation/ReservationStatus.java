package ecommerce.product.reservation;

/** RESERVED until, once and for good, it becomes one of the others. */
enum ReservationStatus {
    RESERVED,
    COMMITTED,
    RELEASED,
    EXPIRED
}
