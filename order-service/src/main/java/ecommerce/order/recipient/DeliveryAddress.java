package ecommerce.order.recipient;

import jakarta.persistence.Embeddable;

/** Where the order goes, as it was at the moment of ordering. */
@Embeddable
public record DeliveryAddress(String fullAddress, String postalCode, String city) {}
