package ecommerce.order.checkout;

import ecommerce.defaults.idempotency.IdempotentRequests.Created;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places an order: stores the ordered cart, the order and its first step in one transaction. */
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

    OrderPlacement(OrderableCarts carts, OrderRepository orders, Fulfilments fulfilments) {
        this.carts = carts;
        this.orders = orders;
        this.fulfilments = fulfilments;
    }

    /** Places the order. Throws {@link CartChangedException} if the cart was changed after it was priced. */
    @Transactional
    public Created<OrderResponse> place(Draft draft, Caller caller) {
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
        return new Created<>("/api/orders/" + order.orderId(), OrderResponse.of(order));
    }
}
