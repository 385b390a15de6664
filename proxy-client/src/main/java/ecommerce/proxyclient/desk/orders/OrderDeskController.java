package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Cancellation;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows all customers' orders to staff, who can cancel them. order-service audits what staff change. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class OrderDeskController {

    private final OrderClient orders;

    OrderDeskController(OrderClient orders) {
        this.orders = orders;
    }

    @GetMapping("/app/desk/orders")
    String list(
            @RequestParam(required = false) @Nullable String orderStatus,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var status = StringUtils.hasText(orderStatus) ? orderStatus : null;
        model.addAttribute("orders", orders.orders(null, status, page));
        model.addAttribute("orderStatus", status == null ? "" : status);
        return "desk/orders/orders";
    }

    @GetMapping("/app/desk/orders/{orderId}")
    String order(@PathVariable long orderId, Model model) {
        model.addAttribute("order", orders.order(orderId));
        return "desk/orders/order";
    }

    @GetMapping("/app/desk/orders/{orderId}/cancel")
    String confirmCancel(@PathVariable long orderId, Model model) {
        model.addAttribute("order", orders.order(orderId));
        return "desk/orders/cancel";
    }

    /** Cancels an order. Asks for the password again if it was entered too long ago. */
    @PostMapping("/app/desk/orders/{orderId}/cancel")
    String cancel(
            @PathVariable long orderId,
            @RequestParam(defaultValue = "") String reason,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        try {
            orders.cancel(orderId, new Cancellation(StringUtils.hasText(reason) ? reason : null));
            session.tell("order.cancel.requested");
        } catch (HttpClientErrorException.Conflict e) {
            session.warn("order.cancel.refused", Refusal.of(e).detail());
        }
        return "redirect:/app/desk/orders/" + orderId;
    }
}
