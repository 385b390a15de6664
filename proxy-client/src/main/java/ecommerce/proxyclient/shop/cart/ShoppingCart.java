package ecommerce.proxyclient.shop.cart;

import ecommerce.proxyclient.orderclient.CartClient;
import ecommerce.proxyclient.orderclient.CartClient.AddItem;
import ecommerce.proxyclient.orderclient.CartClient.Cart;
import ecommerce.proxyclient.orderclient.CartClient.LeftOut;
import ecommerce.proxyclient.orderclient.CartClient.SetQuantity;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.HttpClientErrorException.UnprocessableContent;

/** The cart of the browser's user: a customer's open cart, or a guest's, whose id is in the session. */
@Component
public class ShoppingCart {

    private static final int NAMED = 3;

    private static final Cart NOTHING = new Cart(null, null, List.of(), BigDecimal.ZERO, true);

    private final CartClient carts;
    private final GuestCartLimit limit;
    private final GuestCartKey keys;

    ShoppingCart(CartClient carts, GuestCartLimit limit, GuestCartKey keys) {
        this.carts = carts;
        this.limit = limit;
        this.keys = keys;
    }

    /** Returns the cart. A guest's cart is opened only when the guest adds something. */
    public Cart look(BrowserSession session) {
        if (session.user() != null) {
            return open(session);
        }
        var guest = guest(session);
        return count(session, guest == null ? NOTHING : guest);
    }

    /** Adds pieces. Throws 429 if a guest's address has opened too many carts. */
    void add(BrowserSession session, long productId, int quantity, HttpServletRequest request) {
        var item = new AddItem(productId, quantity);
        if (session.user() != null) {
            count(session, carts.add(cartId(open(session)), item));
            return;
        }
        var guest = guest(session);
        if (guest == null) {
            limit.count(request);
            guest = openGuest(request);
            session.keepGuestCart(guest.guestCartId());
        }
        count(session, carts.addGuest(guestCartId(guest), item));
    }

    void set(BrowserSession session, long productId, int quantity) {
        var cart = look(session);
        var request = new SetQuantity(quantity);
        if (cart.guestCartId() != null) {
            count(session, carts.setGuest(cart.guestCartId(), productId, request));
        } else if (cart.cartId() != null) {
            count(session, carts.set(cart.cartId(), productId, request));
        }
    }

    void remove(BrowserSession session, long productId) {
        var cart = look(session);
        if (cart.guestCartId() != null) {
            count(session, carts.removeGuest(cart.guestCartId(), productId));
        } else if (cart.cartId() != null) {
            count(session, carts.remove(cart.cartId(), productId));
        }
    }

    /** Returns the customer's open cart, with what was put into the guest's cart before signing in. */
    public Cart open(BrowserSession session) {
        merge(session);
        return count(session, carts.open());
    }

    /** Merges the guest's cart once. The session forgets it only when it is merged, or gone. */
    private void merge(BrowserSession session) {
        var guestCartId = session.guestCartId();
        if (guestCartId == null) {
            return;
        }
        try {
            var leftOut = carts.merge(guestCartId).leftOut();
            if (!leftOut.isEmpty()) {
                warn(session, leftOut);
            }
        } catch (NotFound gone) {
            session.tell("cart.guest-gone");
        }
        session.keepGuestCart(null);
    }

    /** Names the first lines only, because a cart may have hundreds. */
    private static void warn(BrowserSession session, List<LeftOut> leftOut) {
        var named = leftOut.stream().limit(NAMED).map(ShoppingCart::describe).collect(Collectors.joining(", "));
        if (leftOut.size() <= NAMED) {
            session.warn("cart.left-out", named);
        } else {
            session.warn("cart.left-out.more", named, Integer.toString(leftOut.size() - NAMED));
        }
    }

    private static String describe(LeftOut left) {
        return "%d × %s".formatted(left.quantity(), left.productTitle());
    }

    private @Nullable Cart guest(BrowserSession session) {
        var guestCartId = session.guestCartId();
        if (guestCartId == null) {
            return null;
        }
        try {
            return carts.guest(guestCartId);
        } catch (NotFound gone) {
            session.keepGuestCart(null);
            return null;
        }
    }

    /** Opens one cart for all first requests of a guest, which may arrive before the browser has the answer to one of them. */
    private Cart openGuest(HttpServletRequest request) {
        try {
            return carts.openGuest(keys.of(request));
        } catch (UnprocessableContent closed) {
            return carts.openGuest(null);
        }
    }

    private static Cart count(BrowserSession session, Cart cart) {
        session.countPieces(cart.pieces());
        return cart;
    }

    private static long cartId(Cart cart) {
        return Objects.requireNonNull(cart.cartId(), "a customer's cart has an id");
    }

    private static String guestCartId(Cart cart) {
        return Objects.requireNonNull(cart.guestCartId(), "a guest's cart has a secret id");
    }
}
