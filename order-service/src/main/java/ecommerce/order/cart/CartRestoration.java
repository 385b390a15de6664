package ecommerce.order.cart;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.order.OrderStatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Merges the lines of a refused order into the customer's open cart. It runs in the transaction that rejects the order,
 * so it happens exactly once. The customer can then order again with another card or fewer pieces.
 */
@Component
class CartRestoration {

    private final CartRepository carts;
    private final CartLimits limits;

    CartRestoration(CartRepository carts, CartLimits limits) {
        this.carts = carts;
        this.limits = limits;
    }

    @EventListener
    void restore(OrderStatusChanged changed) {
        var order = changed.order();
        if (changed.to() != OrderStatus.REJECTED || !order.givesLinesBack()) {
            return;
        }
        var cart = carts.openLocked(order.userId());
        cart.restore(order.pieces().byProduct(), limits);
        order.restoreTo(carts.save(cart).cartId());
    }
}
