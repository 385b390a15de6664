package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.SortFields;
import ecommerce.order.productclient.ProductClient.Product;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CartService {

    private static final SortFields SORT =
            new SortFields("cartId", Map.of("cartId", "cartId", "createdAt", "createdAt", "userId", "userId"));

    private final CartRepository carts;

    CartService(CartRepository carts) {
        this.carts = carts;
    }

    /** The open cart, and whether it was opened just now. */
    record Opened(Cart cart, boolean isNew) {}

    Opened open(long userId) {
        var isNew = carts.insertOpen(userId) == 1;
        return new Opened(carts.findOpen(userId).orElseThrow(), isNew);
    }

    @Transactional(readOnly = true)
    Page<Cart> search(@Nullable Long userId, @Nullable CartStatus status, Pageable pageable, Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        var page = carts.search(owner, status, SORT.apply(pageable));
        page.forEach(cart -> cart.lines().size()); // all lines of the page in one statement
        return page;
    }

    @Transactional(readOnly = true)
    Cart find(long cartId, Caller caller) {
        return carts.findWithLines(cartId)
                .filter(cart -> cart.userId() != null && caller.mayActFor(cart.userId()))
                .orElseThrow(() -> Problem.notFound("cart", cartId));
    }

    Cart add(long cartId, Product product, int quantity, @Nullable String ifMatch, Caller caller) {
        return change(cartId, ifMatch, caller, cart -> cart.add(product, quantity));
    }

    Cart put(long cartId, Product product, int quantity, @Nullable String ifMatch, Caller caller) {
        return change(cartId, ifMatch, caller, cart -> cart.put(product, quantity));
    }

    Cart remove(long cartId, long productId, @Nullable String ifMatch, Caller caller) {
        return change(cartId, ifMatch, caller, cart -> cart.remove(productId));
    }

    void abandon(long cartId, @Nullable String ifMatch, Caller caller) {
        change(cartId, ifMatch, caller, Cart::abandon);
    }

    private Cart change(long cartId, @Nullable String ifMatch, Caller caller, Consumer<Cart> change) {
        var cart = find(cartId, caller);
        ETag.check(ifMatch, cart.version());
        change.accept(cart);
        return carts.saveAndFlush(cart);
    }
}
