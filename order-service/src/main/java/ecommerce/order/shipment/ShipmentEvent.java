package ecommerce.order.shipment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What shipping-service reports of an order's shipment. */
record ShipmentEvent(
        @NotNull UUID eventId,
        @NotNull Long shippingId,
        @NotNull Status shippingStatus,
        @NotNull Instant occurredAt) {

    enum Status {
        SHIPPED,
        DELIVERED
    }
}
