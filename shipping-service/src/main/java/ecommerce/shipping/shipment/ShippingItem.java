package ecommerce.shipping.shipment;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A number of pieces of a product. */
@Embeddable
public record ShippingItem(
        long productId, @Min(1) @Max(1_000_000) int orderedQuantity) {}
