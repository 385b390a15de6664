package ecommerce.product.reservation;

import java.time.Instant;

/** An order's claim on stock, which ends by itself at the given time. */
record Reservation(long orderId, ReservationStatus status, Instant expiresAt) {}
