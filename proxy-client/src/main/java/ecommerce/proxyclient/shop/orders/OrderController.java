package ecommerce.proxyclient.shop.orders;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Cancellation;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
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

    private final OrderClient orders;
    private final OwnOrders own;
    private final OrderPageReader pages;

    OrderController(OrderClient orders, OwnOrders own, OrderPageReader pages) {
        this.orders = orders;
        this.own = own;
        this.pages = pages;
    }

    @GetMapping("/app/orders")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("orders", orders.ownOrders(page));
        return "shop/orders/orders";
    }

    /** Shows an order, or leads staff to a customer's order at the desk. */
    @GetMapping("/app/orders/{orderId}")
    String order(
            @PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        var order = orders.order(orderId);
        if (order.userId() != session.requireUser().userId()) {
            return "redirect:/app/desk/orders/" + orderId;
        }
        var details = pages.of(order);
        return show(details, new OrderPolling(orderId, details.state(), 0), model);
    }

    /** Answers a poll: with the order if it has changed, otherwise only with what makes the page poll again. */
    @GetMapping(path = "/app/orders/{orderId}", headers = "HX-Request")
    String poll(
            @PathVariable long orderId,
            @RequestParam String seen,
            @RequestParam int asked,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            Model model) {
        var details = pages.of(own.find(orderId, session));
        var polling = new OrderPolling(orderId, seen, asked).next(details.state());
        var page = show(details, polling, model);
        return polling.asked() == 0 ? page : "shop/orders/polling";
    }

    private static String show(OrderPage details, OrderPolling polling, Model model) {
        model.addAttribute("details", details);
        model.addAttribute("polling", polling);
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
