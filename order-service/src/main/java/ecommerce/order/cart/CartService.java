package ecommerce.order.cart;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.SortFields;
import ecommerce.order.productclient.ProductClient.Product;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CartService {

    private static final SortFields SORT =
            new SortFields("cartId", Map.of("cartId", "cartId", "createdAt", "createdAt", "userId", "userId"));

    private final CartRepository carts;
    private final CartLimits limits;
    private final Audit audit;

    CartService(CartRepository carts, CartLimits limits, Audit audit) {
        this.carts = carts;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * A user's open cart.
     *
     * @param isNew whether this call created it
     */
    record Opened(Cart cart, boolean isNew) {}

    Opened open(long userId) {
        var isNew = carts.insertOpen(userId) == 1;
        return carts.findOpen(userId)
                .map(cart -> new Opened(cart, isNew))
                .orElseGet(() -> open(userId)); // ordered in the meantime
    }

    @Transactional(readOnly = true)
    Page<Cart> search(@Nullable Long userId, @Nullable CartStatus status, Pageable pageable, Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        var page = carts.search(owner, status, SORT.apply(pageable));
        page.map(Cart::lines).forEach(Hibernate::initialize); // all lines of the page in one statement
        return page;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Cart find(long cartId, Caller caller) {
        return own(carts.findWithLines(cartId), cartId, caller);
    }

    Cart add(long cartId, Product product, int quantity, @Nullable Long version, Caller caller) {
        limits.requireAllowed(quantity);
        return change(
                line(cartId, product.productId()).with("added", quantity),
                cartId,
                version,
                caller,
                cart -> cart.add(product.productId(), CatalogueLines.of(product, quantity), limits));
    }

    Cart put(long cartId, Product product, int quantity, @Nullable Long version, Caller caller) {
        limits.requireAllowed(quantity);
        return change(
                line(cartId, product.productId()).with("quantity", quantity),
                cartId,
                version,
                caller,
                cart -> cart.put(product.productId(), CatalogueLines.of(product, quantity), limits));
    }

    Cart remove(long cartId, long productId, @Nullable Long version, Caller caller) {
        return change(line(cartId, productId).with("quantity", 0), cartId, version, caller, cart -> {
            if (!cart.remove(productId)) {
                throw Problem.notFound("line of product", productId);
            }
        });
    }

    void abandon(long cartId, @Nullable Long version, Caller caller) {
        change(AuditEvent.of("cart.abandon", "cart", cartId), cartId, version, caller, Cart::abandon);
    }

    /** Locks the cart and changes it, so concurrent changes of one cart are serialised. Records what staff change. */
    private Cart change(AuditEvent event, long cartId, @Nullable Long version, Caller caller, Consumer<Cart> change) {
        var cart = own(carts.lock(cartId), cartId, caller);
        if (!cart.hasVersion(version)) {
            throw Problem.stale();
        }
        change.accept(cart);
        if (caller.isAdmin()) {
            audit.record(event.with("userId", cart.userId()));
        }
        return carts.saveAndFlush(cart);
    }

    private static AuditEvent line(long cartId, long productId) {
        return AuditEvent.of("cart.change", "cart", cartId).with("productId", productId);
    }

    private static Cart own(Optional<Cart> found, long cartId, Caller caller) {
        return found.filter(cart -> cart.userId() != null && caller.mayActFor(cart.userId()))
                .orElseThrow(() -> Problem.notFound("cart", cartId));
    }
}
