package ecommerce.shipping.shipment;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The carrier and the tracking number of a shipment. */
@Embeddable
public record Tracking(@Nullable String carrier, @Nullable String trackingNumber) {}
