package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartRepository;
import ecommerce.order.cart.CartStatus;
import ecommerce.order.checkout.CheckoutRequest.CartReference;
import ecommerce.order.order.OrderRepository;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/** The carts that customers order. A cart becomes one order; a second request for it is told which, by 409. */
@Component
class OrderableCarts {

    private final CartRepository carts;
    private final OrderRepository orders;

    OrderableCarts(CartRepository carts, OrderRepository orders) {
        this.carts = carts;
        this.orders = orders;
    }

    /** The named cart, or the open one. */
    Cart find(@Nullable CartReference reference, long userId) {
        var cart = reference == null ? findOpen(userId) : findNamed(reference.cartId(), userId);
        requireOrderable(cart);
        return cart;
    }

    /** Locks the cart for the running transaction. Throws {@link CartChangedException} if it isn't as it was seen. */
    @Transactional(propagation = Propagation.MANDATORY)
    Cart lock(Cart seen) {
        var cart = carts.lock(seen.cartId()).orElseThrow();
        requireOrderable(cart);
        if (cart.version() != seen.version()) {
            throw new CartChangedException();
        }
        return cart;
    }

    /** Remembers which prices the customer is about to be shown, by product. */
    @Transactional
    void offer(long cartId, Map<Long, BigDecimal> prices) {
        carts.lock(cartId).filter(cart -> cart.status() == CartStatus.OPEN).ifPresent(cart -> cart.offer(prices));
    }

    private Cart findOpen(long userId) {
        return carts.findOpen(userId)
                .orElseThrow(() -> carts.findFirstByUserIdOrderByCartIdDesc(userId)
                        .filter(latest -> latest.status() == CartStatus.ORDERED)
                        .map(this::orderedAlready)
                        .orElseGet(() -> Problem.conflict("There is no open cart")));
    }

    private Cart findNamed(long cartId, long userId) {
        return carts.findWithLines(cartId)
                .filter(cart -> cart.belongsTo(userId))
                .orElseThrow(() -> Problem.notFound("cart", cartId));
    }

    private void requireOrderable(Cart cart) {
        if (cart.status() == CartStatus.ORDERED) {
            throw orderedAlready(cart);
        }
        cart.requireOrderable();
    }

    private ErrorResponseException orderedAlready(Cart cart) {
        var orderId = orders.findIdByCart(cart.cartId()).orElseThrow();
        return Problem.conflict(
                "You have already ordered this cart: it is order %d. It was not ordered again.".formatted(orderId),
                Map.of("orderId", orderId));
    }
}
