package ecommerce.order.shipment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * What shipping-service reports of one of an order's shipments.
 *
 * @param complete whether with it all of the order's shipments have come as far
 */
record ShipmentEvent(
        @NotNull UUID eventId,
        @NotNull Long shippingId,
        @NotNull Status shippingStatus,
        @NotNull Instant occurredAt,
        @NotNull Boolean complete) {

    enum Status {
        SHIPPED,
        DELIVERED
    }
}
