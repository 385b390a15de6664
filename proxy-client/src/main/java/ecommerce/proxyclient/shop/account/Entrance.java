package ecommerce.proxyclient.shop.account;

import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.session.Sessions;
import ecommerce.proxyclient.shop.cart.ShoppingCart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Lets a user in: signs the user in and brings along what a guest has put into the cart. */
@Component
class Entrance {

    private static final Logger log = LoggerFactory.getLogger(Entrance.class);

    private final Sessions sessions;
    private final ShoppingCart carts;

    Entrance(Sessions sessions, ShoppingCart carts) {
        this.sessions = sessions;
        this.carts = carts;
    }

    /**
     * Signs a user in. If order-service is unavailable, the session keeps the guest's cart, and the next page that needs
     * the cart merges it.
     */
    void enter(BrowserSession session, String username, String password, String clientAddress) {
        sessions.enter(session, username, password, clientAddress);
        try {
            carts.open(session);
        } catch (RestClientException e) {
            log.warn("The cart can't be opened at the sign-in: {}", e.getClass().getSimpleName());
        }
    }
}
