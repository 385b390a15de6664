package ecommerce.proxyclient.shop.orders;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Cancellation;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shippingclient.ShippingClient;
import ecommerce.proxyclient.shippingclient.ShippingClient.Shipment;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Shows and cancels the user's own orders. Staff see other people's orders at the desk. */
@Controller
@SignedIn
class OrderController {

    private static final Logger log = LoggerFactory.getLogger(OrderController.class);

    /** The browser asks again so often while an order is being processed. */
    private static final String REFRESH_SECONDS = "2";

    private final OrderClient orders;
    private final ShippingClient shipments;

    OrderController(OrderClient orders, ShippingClient shipments) {
        this.orders = orders;
        this.shipments = shipments;
    }

    @GetMapping("/app/orders")
    String list(
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            Model model) {
        model.addAttribute("orders", orders.orders(session.requireUser().userId(), null, page));
        return "shop/orders/orders";
    }

    /** Shows an order. While it is pending, the browser loads the page again by itself, with or without scripts. */
    @GetMapping("/app/orders/{orderId}")
    String order(
            @PathVariable long orderId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var order = own(orderId, session);
        if (order.isPending()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("order", order);
        model.addAttribute("parcels", parcels(orderId));
        return "shop/orders/order";
    }

    @GetMapping("/app/orders/{orderId}/cancel")
    String confirmCancel(
            @PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        model.addAttribute("order", own(orderId, session));
        return "shop/orders/cancel";
    }

    @PostMapping("/app/orders/{orderId}/cancel")
    String cancel(@PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        own(orderId, session);
        try {
            orders.cancel(orderId, new Cancellation(null));
            session.tell("order.cancel.requested");
        } catch (HttpClientErrorException.Conflict e) {
            session.warn("order.cancel.refused", Refusal.of(e).detail());
        }
        return "redirect:/app/orders/" + orderId;
    }

    private Order own(long orderId, BrowserSession session) {
        var order = orders.order(orderId);
        if (order.userId() != session.requireUser().userId()) {
            throw Problem.notFound("order", orderId);
        }
        return order;
    }

    /** Returns the order's parcels; none while shipping-service is unavailable, so that the order can be seen. */
    private List<Shipment> parcels(long orderId) {
        try {
            return Listing.all(page -> shipments.shipments(orderId, Listing.LARGEST, page));
        } catch (RestClientException e) {
            log.warn("An order is shown without its parcels: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }
}
