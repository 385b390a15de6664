package ecommerce.product.reservation;

import java.time.Instant;
import java.util.List;

record ReservationResponse(
        long orderId, ReservationStatus reservationStatus, Instant expiresAt, List<ReservationItem> items) {}
