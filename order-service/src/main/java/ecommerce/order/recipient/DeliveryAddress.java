package ecommerce.order.recipient;

import jakarta.persistence.Embeddable;

/** The address to which an order is sent, as it was when the order was placed. */
@Embeddable
public record DeliveryAddress(String fullAddress, String postalCode, String city) {}
