package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartRepository;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipients;
import ecommerce.order.userclient.UserClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/** Turns a cart into an order. Prices and the address are asked for first, the order is made in one transaction then. */
@Service
class CheckoutService {

    private final CartRepository carts;
    private final PriceCheck prices;
    private final UserClient users;
    private final Recipients recipients;
    private final IdempotencyKeys keys;
    private final OrderPlacement placement;

    CheckoutService(
            CartRepository carts,
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
    StoredAnswer checkOut(CheckoutRequest request, String idempotencyKey, Caller caller) {
        var key = Key.of(caller.userId(), idempotencyKey, request.canonical());
        var earlier = keys.find(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return place(request, key, caller);
        } catch (ErrorResponseException refused) {
            // Where its twin was faster and has taken the cart, this is a repetition and no refusal.
            return keys.find(key).orElseThrow(() -> refused);
        }
    }

    private StoredAnswer place(CheckoutRequest request, Key key, Caller caller) {
        var cart = findCart(request, caller);
        cart.requireOrderable();
        var lines = prices.price(cart, request.acceptsPriceChanges());
        request.requirePaymentToken(lines.values());
        var address = findAddress(request.addressId(), caller.userId());
        return placement
                .place(key, new OrderPlacement.Draft(cart, lines, address, recipients.find(caller.userId()), request), caller)
                .orElseGet(() -> keys.find(key).orElseThrow());
    }

    private Cart findCart(CheckoutRequest request, Caller caller) {
        var reference = request.cart();
        if (reference == null) {
            return carts.findOpen(caller.userId()).orElseThrow(() -> Problem.conflict("There is no open cart"));
        }
        return carts.findWithLines(reference.cartId())
                .filter(cart -> cart.belongsTo(caller.userId()))
                .orElseThrow(() -> Problem.notFound("cart", reference.cartId()));
    }

    private DeliveryAddress findAddress(@Nullable Long addressId, long userId) {
        return users.findAddresses(userId).collection().stream()
                .filter(address -> addressId == null || address.addressId() == addressId)
                .findFirst()
                .map(address -> new DeliveryAddress(address.fullAddress(), address.postalCode(), address.city()))
                .orElseThrow(() -> addressId == null
                        ? Problem.conflict("There is no address to send the order to; add one first")
                        : Problem.invalid("addressId", "is none of your addresses"));
    }
}
