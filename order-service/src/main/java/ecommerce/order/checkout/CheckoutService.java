package ecommerce.order.checkout;

import ecommerce.defaults.aggregate.ForbiddenChangeException;
import ecommerce.defaults.idempotency.IdempotentRequests;
import ecommerce.defaults.idempotency.RequestKey;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/** Turns a cart into an order. Reads the prices and the address first, then stores the order in one transaction. */
@Service
class CheckoutService {

    private static final Logger log = LoggerFactory.getLogger(CheckoutService.class);

    /** The number of attempts after which an order is refused because its cart keeps changing. */
    private static final int ATTEMPTS = 5;

    private final OrderableCarts carts;
    private final PriceCheck prices;
    private final Destinations destinations;
    private final IdempotentRequests requests;
    private final OrderPlacement placement;

    CheckoutService(
            OrderableCarts carts,
            PriceCheck prices,
            Destinations destinations,
            IdempotentRequests requests,
            OrderPlacement placement) {
        this.carts = carts;
        this.prices = prices;
        this.destinations = destinations;
        this.requests = requests;
        this.placement = placement;
    }

    /** Checks out a cart. Returns the stored response if the key was used before. */
    StoredAnswer<OrderResponse> checkOut(
            CheckoutRequest request, @Nullable String ifMatch, String idempotencyKey, Caller caller) {
        var key = requests.key(caller.userId(), idempotencyKey, "/api/orders", request, request.previousForm());
        var earlier = requests.find(key, OrderResponse.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return placeUnchanged(request, ifMatch, key, caller);
        } catch (ErrorResponseException | ForbiddenChangeException refused) {
            // A concurrent request with the same key may have ordered the cart. Then this request gets that
            // request's response.
            return requests.find(key, OrderResponse.class).orElseThrow(() -> refused);
        }
    }

    /**
     * Places the order. Reads and checks the cart again if it was changed between the price check and the placement.
     */
    private StoredAnswer<OrderResponse> placeUnchanged(
            CheckoutRequest request, @Nullable String ifMatch, RequestKey key, Caller caller) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return place(request, ifMatch, key, caller);
            } catch (CartChangedException e) {
                log.debug("The cart of user {} was changed during the checkout", caller.userId());
            }
        }
        throw Problem.conflict("The cart was changed during the checkout. Check it and order again.");
    }

    private StoredAnswer<OrderResponse> place(
            CheckoutRequest request, @Nullable String ifMatch, RequestKey key, Caller caller) {
        var cart = carts.find(request.cart(), caller.userId());
        var lines = prices.price(cart, request, ifMatch);
        request.requirePaymentToken(lines.values());
        var to = destinations.find(request.addressId(), caller.userId());
        var draft = new OrderPlacement.Draft(cart, lines, to.address(), to.recipient(), request);
        return requests.once(key, OrderResponse.class, () -> placement.place(draft, caller));
    }
}
