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

/** Turns a cart into an order. Prices and the address are asked for first, the order is made in one transaction then. */
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

    /** The answer to a checkout, which may be that of an earlier one under the same key. */
    StoredAnswer checkOut(CheckoutRequest request, @Nullable String ifMatch, String idempotencyKey, Caller caller) {
        var key = Key.of(caller.userId(), idempotencyKey, request.canonical());
        var earlier = keys.find(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return placeUnchanged(request, ifMatch, key, caller);
        } catch (ErrorResponseException refused) {
            // Where its twin was faster and has taken the cart, this is a repetition and no refusal.
            return keys.find(key).orElseThrow(() -> refused);
        }
    }

    /** A cart that is changed between the price check and the placement is read and checked again. */
    private StoredAnswer placeUnchanged(CheckoutRequest request, @Nullable String ifMatch, Key key, Caller caller) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return place(request, ifMatch, key, caller);
            } catch (CartChangedException e) {
                log.debug("The cart of user {} was changed at the same moment", caller.userId());
            }
        }
        throw Problem.conflict("The cart goes on changing. Order again when nothing else changes it.");
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
