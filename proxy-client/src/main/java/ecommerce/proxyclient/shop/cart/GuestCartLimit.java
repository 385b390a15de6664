package ecommerce.proxyclient.shop.cart;

import ecommerce.defaults.limit.ClientAddress;
import ecommerce.defaults.limit.RateBuckets;
import ecommerce.defaults.limit.RateProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Limits how many guests' carts the pages open for an address. The gateway can't: it doesn't see whether a form for the cart
 * comes from a guest who has one.
 */
@Component
@EnableConfigurationProperties(CartProperties.class)
class GuestCartLimit {

    private final boolean isEnabled;
    private final RateBuckets addresses;

    GuestCartLimit(CartProperties properties, RateProperties rate) {
        this.isEnabled = rate.enabled();
        this.addresses = new RateBuckets(properties.newGuestCarts(), rate.callers());
    }

    /** Counts a new cart. Throws 429 if the address has opened too many. */
    void count(HttpServletRequest request) {
        if (isEnabled) {
            addresses.refuse(ClientAddress.of(request)).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }
}
