package ecommerce.product.reservation;

import java.time.Instant;

/** An order's claim on stock. It expires at the given time. */
record Reservation(long orderId, ReservationStatus status, Instant expiresAt) {}
