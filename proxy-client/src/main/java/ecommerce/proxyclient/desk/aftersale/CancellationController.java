package ecommerce.proxyclient.desk.aftersale;

import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Cancellation;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Cancels orders, or pieces of them that haven't left. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/app/desk/orders/{orderId}")
class CancellationController {

    private final PiecesDesk desk;
    private final OrderClient orders;

    CancellationController(PiecesDesk desk, OrderClient orders) {
        this.desk = desk;
        this.orders = orders;
    }

    @GetMapping("/cancellation/pieces")
    ModelAndView choose(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.choose(PiecesAction.CANCEL, orderId, fields);
    }

    @GetMapping("/cancellation")
    ModelAndView confirm(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.confirm(PiecesAction.CANCEL, orderId, fields);
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable long orderId, ServletWebRequest request) {
        return desk.change(PiecesAction.CANCEL, orderId, request);
    }

    @GetMapping("/cancel")
    String confirmAsBefore(@PathVariable long orderId) {
        return "redirect:" + PiecesAction.CANCEL.path(orderId);
    }

    /** Takes the form of the previous version, whose pages browsers may still show. It has no version of the order. */
    @PostMapping("/cancel")
    String cancelAsBefore(
            @PathVariable long orderId,
            @RequestParam(defaultValue = "") String reason,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        try {
            orders.cancel(orderId, new Cancellation(StringUtils.hasText(reason) ? reason : null));
            session.tell("order.cancel.requested");
        } catch (HttpClientErrorException.Conflict e) {
            session.warn("order.cancel.refused", Refusal.of(e).detail());
        }
        return "redirect:" + ReviewedOrders.page(orderId);
    }
}
