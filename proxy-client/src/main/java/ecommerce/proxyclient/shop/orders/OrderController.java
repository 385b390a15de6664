package ecommerce.proxyclient.shop.orders;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Cancellation;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows and cancels the user's own orders. Staff see other people's orders at the desk. */
@Controller
@SignedIn
class OrderController {

    /** The browser asks again so often while an order is being processed. */
    private static final String REFRESH_SECONDS = "2";

    private final OrderClient orders;
    private final OwnOrders own;
    private final OrderPageReader pages;

    OrderController(OrderClient orders, OwnOrders own, OrderPageReader pages) {
        this.orders = orders;
        this.own = own;
        this.pages = pages;
    }

    @GetMapping("/app/orders")
    String list(
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            Model model) {
        model.addAttribute("orders", orders.orders(session.requireUser().userId(), null, page));
        return "shop/orders/orders";
    }

    /**
     * Shows an order, or leads staff to a customer's order at the desk. While the order is pending, the browser loads the page
     * again by itself, with or without scripts.
     */
    @GetMapping("/app/orders/{orderId}")
    String order(
            @PathVariable long orderId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var order = orders.order(orderId);
        if (order.userId() != session.requireUser().userId()) {
            return "redirect:/app/desk/orders/" + orderId;
        }
        if (order.isPending()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("details", pages.of(order));
        return "shop/orders/order";
    }

    @GetMapping("/app/orders/{orderId}/cancel")
    String confirmCancel(
            @PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        model.addAttribute("order", own.find(orderId, session));
        return "shop/orders/cancel";
    }

    @PostMapping("/app/orders/{orderId}/cancel")
    String cancel(@PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        own.find(orderId, session);
        try {
            orders.cancel(orderId, new Cancellation(null));
            session.tell("order.cancel.requested");
        } catch (HttpClientErrorException.Conflict e) {
            session.warn("order.cancel.refused", Refusal.of(e).detail());
        }
        return "redirect:/app/orders/" + orderId;
    }
}
