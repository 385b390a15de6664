package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.productclient.ProductClient.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts of people without an account: whoever knows the id, and nobody else, has the cart. */
@Service
@Transactional
class GuestCartService {

    private final CartRepository carts;

    GuestCartService(CartRepository carts) {
        this.carts = carts;
    }

    Cart open() {
        return carts.save(Cart.ofGuest());
    }

    /** 404 also for a cart that isn't a guest's any more. */
    @Transactional(readOnly = true)
    Cart find(UUID guestCartId) {
        return carts.findGuest(guestCartId)
                .filter(cart -> cart.status() != CartStatus.MERGED)
                .orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
    }

    Cart change(UUID guestCartId, Consumer<Cart> change) {
        var cart = find(guestCartId);
        change.accept(cart);
        return carts.saveAndFlush(cart);
    }

    /** What is to be merged; also of a cart that was, for whoever asks again. */
    @Transactional(readOnly = true)
    Cart findForMerge(UUID guestCartId) {
        return carts.findGuest(guestCartId).orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
    }

    /**
     * The user's open cart with the guest's lines in it. Once: asked again it answers the cart as it is; 404 for
     * another user's.
     */
    Cart merge(Cart seen, long userId, Map<Long, Product> products) {
        var guestCartId = Objects.requireNonNull(seen.guestCartId());
        var guest = carts.lockGuest(guestCartId).orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
        var mergedInto = guest.mergedInto();
        if (mergedInto != null) {
            return carts.findWithLines(mergedInto)
                    .filter(cart -> cart.belongsTo(userId))
                    .orElseThrow(() -> Problem.notFound("guest cart", guestCartId));
        }
        if (guest.version() != seen.version()) {
            throw Problem.conflict("The guest's cart was changed at the same moment; try again");
        }
        carts.insertOpen(userId);
        var own = carts.findOpen(userId).orElseThrow();
        own.absorb(guest, products);
        carts.flush();
        return own;
    }

    /** Some of the guests' carts that nobody has touched since that time; whether there may be more. */
    boolean forgetUnused(Instant time) {
        List<Long> unused = carts.findUnusedGuests(time, Limit.of(100));
        carts.deleteAllById(unused);
        return unused.size() == 100;
    }
}
