package ecommerce.shipping.shipment;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times at which a shipment was created, shipped and delivered. */
@Embeddable
public record Milestones(
        Instant createdAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt) {

    /** Returns the milestones of a shipment that is corrected to an earlier status. */
    public Milestones backTo(ShippingStatus status) {
        return new Milestones(createdAt, status == ShippingStatus.SHIPPED ? shippedAt : null, null);
    }

    public Milestones reach(ShippingStatus status, Instant at) {
        return new Milestones(
                createdAt,
                status == ShippingStatus.SHIPPED ? at : shippedAt,
                status == ShippingStatus.DELIVERED ? at : deliveredAt);
    }
}
