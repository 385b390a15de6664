package ecommerce.order.cart.guest;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartLimits;
import ecommerce.order.cart.CartRepository;
import ecommerce.order.cart.CartStatus;
import ecommerce.order.cart.CatalogueLines;
import ecommerce.order.productclient.ProductClient.Product;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores carts of guests, who have no account. Everybody who knows the id of a cart can use it. */
@Service
@Transactional
class GuestCartService {

    private final CartRepository carts;
    private final CartLimits limits;
    private final LeftOutStore leftOut;

    GuestCartService(CartRepository carts, CartLimits limits, LeftOutStore leftOut) {
        this.carts = carts;
        this.limits = limits;
        this.leftOut = leftOut;
    }

    Cart open() {
        return carts.save(Cart.ofGuest());
    }

    /**
     * Opens the cart of this key, or returns it if it is open already. Its id is derived from the key, so concurrent calls open one
     * cart. Throws 422 if the cart was closed.
     */
    Cart open(String key) {
        var guestCartId = UUID.nameUUIDFromBytes(("guest-cart:" + key).getBytes(StandardCharsets.UTF_8));
        carts.insertGuest(guestCartId);
        return carts.findGuest(guestCartId)
                .filter(cart -> cart.status() == CartStatus.OPEN)
                .orElseThrow(() -> Problem.unprocessable(
                        "The cart of this Idempotency-Key was merged or abandoned. Send another key."));
    }

    /** Finds a guest's cart. Throws 404 if it doesn't exist or was merged. */
    @Transactional(readOnly = true)
    Cart find(UUID guestCartId) {
        return unmerged(carts.findGuest(guestCartId), guestCartId);
    }

    Cart add(UUID guestCartId, Product product, int quantity, @Nullable Long version) {
        limits.requireAllowed(quantity);
        return change(
                guestCartId,
                version,
                cart -> cart.add(product.productId(), CatalogueLines.of(product, quantity), limits));
    }

    Cart put(UUID guestCartId, Product product, int quantity, @Nullable Long version) {
        limits.requireAllowed(quantity);
        return change(
                guestCartId,
                version,
                cart -> cart.put(product.productId(), CatalogueLines.of(product, quantity), limits));
    }

    Cart remove(UUID guestCartId, long productId, @Nullable Long version) {
        return change(guestCartId, version, cart -> {
            if (!cart.remove(productId)) {
                throw Problem.notFound("line of product", productId);
            }
        });
    }

    /** Locks the cart and changes it, so concurrent changes of one cart are serialised. */
    Cart change(UUID guestCartId, @Nullable Long version, Consumer<Cart> change) {
        var cart = unmerged(carts.lockGuest(guestCartId), guestCartId);
        if (!cart.hasVersion(version)) {
            throw Problem.stale();
        }
        change.accept(cart);
        return carts.saveAndFlush(cart);
    }

    /** Finds the cart to merge. If the request is repeated, the cart may already be merged. */
    @Transactional(readOnly = true)
    Cart findForMerge(UUID guestCartId) {
        return carts.findGuest(guestCartId).orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
    }

    /** A customer's cart and the pieces that the merge into it left out. */
    record Merged(Cart cart, List<LeftOut> leftOut) {}

    /**
     * Merges a guest's cart into the user's open cart. A repeated call returns the user's cart without a change. Throws
     * 404 if the cart was merged into another user's cart.
     *
     * @param seen the guest's cart as it was when the products were read
     */
    Merged merge(Cart seen, long userId, Map<Long, Product> products) {
        var guestCartId = Objects.requireNonNull(seen.guestCartId());
        var guest = carts.lockGuest(guestCartId).orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
        var mergedInto = guest.mergedInto();
        if (mergedInto != null) {
            return carts.findWithLines(mergedInto)
                    .filter(cart -> cart.belongsTo(userId))
                    .map(cart -> new Merged(cart, leftOut.find(guest.cartId())))
                    .orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
        }
        var own = carts.openLocked(userId);
        var missing = new Merge(products, seen.lines().keySet(), limits).merge(guest, own);
        leftOut.save(guest.cartId(), missing);
        Hibernate.initialize(own.lines());
        carts.flush();
        return new Merged(own, missing);
    }

    private static Cart unmerged(Optional<Cart> found, UUID guestCartId) {
        return found.filter(cart -> cart.status() != CartStatus.MERGED)
                .orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
    }

    /** Deletes some guests' carts that were last changed before the given time. Returns whether there may be more. */
    boolean forgetUnused(Instant time) {
        List<Long> unused = carts.findUnusedGuests(time, Limit.of(100));
        carts.deleteAllById(unused);
        return unused.size() == 100;
    }
}
