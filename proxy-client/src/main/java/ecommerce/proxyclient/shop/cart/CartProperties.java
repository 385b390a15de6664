package ecommerce.proxyclient.shop.cart;

import ecommerce.defaults.limit.RateLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures carts.
 *
 * @param newGuestCarts the guests' carts that one instance opens for an address
 */
@ConfigurationProperties("shop.cart")
record CartProperties(RateLimit newGuestCarts) {}
