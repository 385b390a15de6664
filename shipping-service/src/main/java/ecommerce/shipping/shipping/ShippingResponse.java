package ecommerce.shipping.shipping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ecommerce.shipping.shipment.ParcelFailure;
import ecommerce.shipping.shipment.Recipient;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShippingAddress;
import ecommerce.shipping.shipment.ShippingItem;
import ecommerce.shipping.shipment.ShippingStatus;
import ecommerce.shipping.shipment.StatusChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as clients see it. */
public record ShippingResponse(
        long shippingId,
        long orderId,
        int part,
        @Nullable Long userId,
        ShippingStatus shippingStatus,
        List<ShippingItem> items,
        @Nullable ShippingAddress address,
        @Nullable Recipient recipient,
        @Nullable ParcelFailure failure,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        List<StatusChange> history,
        @JsonIgnore long version) {

    public static ShippingResponse of(Shipment shipment) {
        var tracking = shipment.tracking();
        var milestones = shipment.progress().milestones();
        return new ShippingResponse(
                shipment.shippingId(),
                shipment.orderId(),
                shipment.part(),
                shipment.userId(),
                shipment.status(),
                shipment.sortedItems(),
                shipment.address(),
                shipment.recipient(),
                shipment.progress().failure(),
                tracking == null ? null : tracking.carrier(),
                tracking == null ? null : tracking.trackingNumber(),
                milestones.createdAt(),
                milestones.shippedAt(),
                milestones.deliveredAt(),
                List.copyOf(shipment.progress().history()),
                shipment.version());
    }
}
