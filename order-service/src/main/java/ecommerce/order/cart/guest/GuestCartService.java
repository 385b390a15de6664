package ecommerce.order.cart.guest;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartLimits;
import ecommerce.order.cart.CartRepository;
import ecommerce.order.cart.CartStatus;
import ecommerce.order.productclient.ProductClient.Product;
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

/** Carts of people without an account. Everybody who knows the id of a cart can use it. */
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

    /** 404 also for a cart that isn't a guest's any more. */
    @Transactional(readOnly = true)
    Cart find(UUID guestCartId) {
        return unmerged(carts.findGuest(guestCartId), guestCartId);
    }

    Cart add(UUID guestCartId, Product product, int quantity, @Nullable Long version) {
        limits.requireAllowed(quantity);
        return change(guestCartId, version, cart -> cart.add(product, quantity, limits));
    }

    Cart put(UUID guestCartId, Product product, int quantity, @Nullable Long version) {
        limits.requireAllowed(quantity);
        return change(guestCartId, version, cart -> cart.put(product, quantity, limits));
    }

    /** Changes of one cart at the same moment wait for each other. */
    Cart change(UUID guestCartId, @Nullable Long version, Consumer<Cart> change) {
        var cart = unmerged(carts.lockGuest(guestCartId), guestCartId);
        cart.requireVersion(version);
        change.accept(cart);
        return carts.saveAndFlush(cart);
    }

    /** Finds the cart to merge. It may be merged already, if the request is repeated. */
    @Transactional(readOnly = true)
    Cart findForMerge(UUID guestCartId) {
        return carts.findGuest(guestCartId).orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
    }

    /** A customer's cart, and what the merge into it has left out. */
    record Merged(Cart cart, List<LeftOut> leftOut) {}

    /**
     * The user's open cart with the guest's lines in it. Once: asked again it answers the cart as it is; 404 for
     * another user's.
     *
     * @param seen the guest's cart, as of when the products were asked for
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
