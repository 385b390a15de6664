package ecommerce.shipping.shipping;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A shipment's next step; carrier and tracking number go with SHIPPED. */
record ChangeShippingRequest(
        @NotNull ShippingStatus shippingStatus,
        @Size(max = 100) @Nullable String carrier,
        @Size(max = 100) @Nullable String trackingNumber) {}
