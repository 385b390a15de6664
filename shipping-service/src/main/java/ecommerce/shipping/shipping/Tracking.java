package ecommerce.shipping.shipping;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who carries a shipment, and under which number. */
@Embeddable
record Tracking(@Nullable String carrier, @Nullable String trackingNumber) {}
