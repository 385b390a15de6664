package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.security.Caller;
import ecommerce.order.cart.Cart;
import ecommerce.order.fulfilment.Fulfilments;
import ecommerce.order.line.OrderLine;
import ecommerce.order.order.Order;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderResponse;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Places an order: stores the ordered cart, the order, its idempotency key and its first step in one transaction. */
@Component
class OrderPlacement {

    /** An order to be placed, priced at the given version of its cart. */
    record Draft(
            Cart cart,
            Map<Long, OrderLine> lines,
            DeliveryAddress address,
            @Nullable Recipient recipient,
            CheckoutRequest request) {}

    private final OrderableCarts carts;
    private final OrderRepository orders;
    private final Fulfilments fulfilments;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    OrderPlacement(
            OrderableCarts carts,
            OrderRepository orders,
            Fulfilments fulfilments,
            IdempotencyKeys keys,
            JsonMapper json) {
        this.carts = carts;
        this.orders = orders;
        this.fulfilments = fulfilments;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Places the order and returns the response. Returns empty if a concurrent request used the key. Throws {@link
     * CartChangedException} if the cart was changed after it was priced.
     */
    @Transactional
    public Optional<StoredAnswer> place(Key key, Draft draft, Caller caller) {
        if (!keys.claim(key)) {
            return Optional.empty();
        }
        var cart = carts.lock(draft.cart());
        cart.order();
        var order = orders.save(new Order(
                caller.userId(),
                cart.cartId(),
                draft.request().orderDesc(),
                draft.address(),
                draft.recipient(),
                draft.lines(),
                caller.username()));
        fulfilments.buy(order.orderId(), draft.request().paymentToken());
        orders.flush();
        var response = json.writeValueAsString(OrderResponse.of(order));
        return Optional.of(keys.remember(key, "/api/orders/" + order.orderId(), response));
    }
}
