package ecommerce.shipping.shipping;

import ecommerce.shipping.shipment.ShippingStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A request to change the status of a shipment. Carrier and tracking number are used with SHIPPED only. */
record ChangeShippingRequest(
        @NotNull ShippingStatus shippingStatus,
        @Size(max = 100) @Nullable String carrier,
        @Size(max = 100) @Nullable String trackingNumber) {}
