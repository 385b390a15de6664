package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipients;
import ecommerce.order.userclient.UserClient;
import ecommerce.order.userclient.UserClient.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException.NotFound;

/** Turns a cart into an order. Reads the prices and the address first, then stores the order in one transaction. */
@Service
class CheckoutService {

    private static final Logger log = LoggerFactory.getLogger(CheckoutService.class);

    /** The number of attempts after which an order is refused because its cart keeps changing. */
    private static final int ATTEMPTS = 5;

    private final OrderableCarts carts;
    private final PriceCheck prices;
    private final UserClient users;
    private final Recipients recipients;
    private final IdempotencyKeys keys;
    private final OrderPlacement placement;

    CheckoutService(
            OrderableCarts carts,
            PriceCheck prices,
            UserClient users,
            Recipients recipients,
            IdempotencyKeys keys,
            OrderPlacement placement) {
        this.carts = carts;
        this.prices = prices;
        this.users = users;
        this.recipients = recipients;
        this.keys = keys;
        this.placement = placement;
    }

    /** Checks out a cart. Returns the stored response if the key was used before. */
    StoredAnswer checkOut(CheckoutRequest request, @Nullable String ifMatch, String idempotencyKey, Caller caller) {
        var key = Key.of(caller.userId(), idempotencyKey, request.canonical());
        var earlier = keys.find(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return placeUnchanged(request, ifMatch, key, caller);
        } catch (ErrorResponseException refused) {
            // A concurrent request with the same key may have ordered the cart. Then this request gets that
            // request's response.
            return keys.find(key).orElseThrow(() -> refused);
        }
    }

    /**
     * Places the order. Reads and checks the cart again if it was changed between the price check and the placement.
     */
    private StoredAnswer placeUnchanged(CheckoutRequest request, @Nullable String ifMatch, Key key, Caller caller) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return place(request, ifMatch, key, caller);
            } catch (CartChangedException e) {
                log.debug("The cart of user {} was changed during the checkout", caller.userId());
            }
        }
        throw Problem.conflict("The cart was changed during the checkout. Check it and order again.");
    }

    private StoredAnswer place(CheckoutRequest request, @Nullable String ifMatch, Key key, Caller caller) {
        var cart = carts.find(request.cart(), caller.userId());
        var lines = prices.price(cart, request, ifMatch);
        request.requirePaymentToken(lines.values());
        var address = findAddress(request.addressId(), caller.userId());
        return placement
                .place(
                        key,
                        new OrderPlacement.Draft(cart, lines, address, recipients.find(caller.userId()), request),
                        caller)
                .orElseGet(() -> keys.find(key).orElseThrow());
    }

    private DeliveryAddress findAddress(@Nullable Long addressId, long userId) {
        var address = addressId == null ? findOldestAddress(userId) : findNamedAddress(addressId, userId);
        return new DeliveryAddress(address.fullAddress(), address.postalCode(), address.city());
    }

    private Address findOldestAddress(long userId) {
        return users.findAddresses(userId).collection().stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("You have no address. Add one before you order."));
    }

    private Address findNamedAddress(long addressId, long userId) {
        try {
            return users.findAddress(userId, addressId);
        } catch (NotFound e) {
            throw Problem.invalid("addressId", "isn't one of your addresses");
        }
    }
}
