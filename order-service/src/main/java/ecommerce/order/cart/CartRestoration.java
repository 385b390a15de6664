package ecommerce.order.cart;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.order.OrderStatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Merges the lines of a refused order into the customer's open cart, in the transaction that rejects the order and so
 * exactly once. The customer can order again, with another card or fewer pieces.
 */
@Component
class CartRestoration {

    private final CartRepository carts;

    CartRestoration(CartRepository carts) {
        this.carts = carts;
    }

    @EventListener
    void restore(OrderStatusChanged changed) {
        var order = changed.order();
        if (changed.to() != OrderStatus.REJECTED || !order.givesLinesBack()) {
            return;
        }
        carts.insertOpen(order.userId());
        var cart = carts.findOpen(order.userId()).orElseThrow();
        cart.restore(order.pieces().byProduct());
        order.restoreTo(carts.save(cart).cartId());
    }
}
