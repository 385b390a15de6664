package ecommerce.shipping.shipping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ShippingResponse(
        long shippingId,
        long orderId,
        @Nullable Long userId,
        ShippingStatus shippingStatus,
        List<ShippingItem> items,
        @Nullable ShippingAddress address,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        List<StatusChange> history,
        @JsonIgnore long version) {

    static ShippingResponse of(Shipment shipment) {
        return new ShippingResponse(
                shipment.shippingId(),
                shipment.orderId(),
                shipment.userId(),
                shipment.status(),
                shipment.items().stream()
                        .sorted(Comparator.comparing(ShippingItem::productId))
                        .toList(),
                shipment.address(),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.createdAt(),
                shipment.shippedAt(),
                shipment.deliveredAt(),
                List.copyOf(shipment.history()),
                shipment.version());
    }
}
