package ecommerce.shipping.shipment;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address of a shipment, as of the time of the order. */
@Embeddable
public record ShippingAddress(
        @NotBlank @Size(max = 255) String fullAddress,
        @NotBlank @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city) {}
