package ecommerce.shipping.shipping;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a shipment came to what people ask about. */
@Embeddable
record Milestones(Instant createdAt, @Nullable Instant shippedAt, @Nullable Instant deliveredAt) {

    Milestones reach(ShippingStatus status, Instant at) {
        return new Milestones(
                createdAt,
                status == ShippingStatus.SHIPPED ? at : shippedAt,
                status == ShippingStatus.DELIVERED ? at : deliveredAt);
    }
}
