package ecommerce.proxyclient.shop.orders;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.session.BrowserSession;
import org.springframework.stereotype.Component;

/** Reads the signed-in user's own orders. order-service shows staff those of other users, too. */
@Component
public class OwnOrders {

    private final OrderClient orders;

    OwnOrders(OrderClient orders) {
        this.orders = orders;
    }

    /** Returns an order. Throws 404 if there is none, or if it is another user's. */
    public Order find(long orderId, BrowserSession session) {
        var order = orders.order(orderId);
        if (order.userId() != session.requireUser().userId()) {
            throw Problem.notFound("order", orderId);
        }
        return order;
    }
}
