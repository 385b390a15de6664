package ecommerce.shipping.shipping;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a shipment came to what people ask about. */
@Embeddable
record Milestones(
        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt) {

    /** The milestones of a shipment that goes back to an earlier status. */
    Milestones backTo(ShippingStatus status) {
        return new Milestones(createdAt, status == ShippingStatus.SHIPPED ? shippedAt : null, null);
    }

    Milestones reach(ShippingStatus status, Instant at) {
        return new Milestones(
                createdAt,
                status == ShippingStatus.SHIPPED ? at : shippedAt,
                status == ShippingStatus.DELIVERED ? at : deliveredAt);
    }
}
