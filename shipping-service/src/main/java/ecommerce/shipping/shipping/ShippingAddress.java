package ecommerce.shipping.shipping;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Where a shipment goes, as it was when it was ordered. */
@Embeddable
record ShippingAddress(
        @NotBlank @Size(max = 255) String fullAddress,
        @NotBlank @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city) {}
