package ecommerce.product.reservation;

import java.time.Instant;

/** A reservation of stock for an order. If it is not committed, it expires at the given time. */
record Reservation(long orderId, ReservationStatus status, Instant expiresAt) {}
