package ecommerce.product.reservation;

/**
 * The status of a reservation. RESERVED changes once, to COMMITTED, RELEASED or EXPIRED. COMMITTED may change to
 * RETURNED.
 */
enum ReservationStatus {
    RESERVED,
    COMMITTED,
    RELEASED,
    EXPIRED,
    RETURNED
}
