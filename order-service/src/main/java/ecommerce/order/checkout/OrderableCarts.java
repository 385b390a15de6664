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

/**
 * Finds and locks carts for checkout. A cart becomes one order. A second request to order it is refused with 409 and
 * the order's id.
 */
@Component
class OrderableCarts {

    private final CartRepository carts;
    private final OrderRepository orders;

    OrderableCarts(CartRepository carts, OrderRepository orders) {
        this.carts = carts;
        this.orders = orders;
    }

    /** Finds the named cart, or the open cart if none is named. */
    Cart find(@Nullable CartReference reference, long userId) {
        var cart = reference == null ? findOpen(userId) : findNamed(reference.cartId(), userId);
        requireOrderable(cart);
        return cart;
    }

    /**
     * Locks the cart until the transaction ends. Throws {@link CartChangedException} if its version differs from the
     * one that was read.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Cart lock(Cart seen) {
        var cart = carts.lock(seen.cartId()).orElseThrow();
        requireOrderable(cart);
        if (cart.version() != seen.version()) {
            throw new CartChangedException();
        }
        return cart;
    }

    /** Stores the prices, by product id, that the customer is about to be shown. */
    @Transactional
    void offer(long cartId, Map<Long, BigDecimal> prices) {
        carts.lock(cartId).filter(cart -> cart.status() == CartStatus.OPEN).ifPresent(cart -> cart.offer(prices));
    }

    private Cart findOpen(long userId) {
        return carts.findOpen(userId)
                .orElseThrow(() -> carts.findFirstByUserIdOrderByCartIdDesc(userId)
                        .filter(latest -> latest.status() == CartStatus.ORDERED)
                        .map(this::orderedAlready)
                        .orElseGet(
                                () -> Problem.conflict("You have no open cart. Open a cart and add a product first.")));
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
                "This cart was already ordered as order %d".formatted(orderId), Map.of("orderId", orderId));
    }
}
