package ecommerce.proxyclient.shop.orders;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Lets customers ask to return pieces of a delivered order. Staff decide about the request. */
@Controller
@SignedIn
class ReturnController {

    private final OwnOrders own;
    private final OrderClient orders;
    private final MessageSource messages;

    ReturnController(OwnOrders own, OrderClient orders, MessageSource messages) {
        this.own = own;
        this.orders = orders;
        this.messages = messages;
    }

    @GetMapping("/app/orders/{orderId}/return")
    String page(
            @PathVariable long orderId, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        return show(own.find(orderId, session), ReturnForm.EMPTY, FormErrors.NONE, model);
    }

    @PostMapping("/app/orders/{orderId}/return")
    String request(
            @PathVariable long orderId,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var order = own.find(orderId, session);
        var form = ReturnForm.of(fields);
        var errors = errors(order, form);
        if (!errors.isEmpty()) {
            response.setStatus(400);
            return show(order, form, errors, model);
        }
        try {
            orders.requestReturn(orderId, form.request(order));
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict e) {
            response.setStatus(e.getStatusCode().value());
            return show(order, form, FormErrors.of(Refusal.of(e).text()), model);
        }
        session.tell("return.requested");
        return "redirect:/app/orders/" + orderId;
    }

    private FormErrors errors(Order order, ReturnForm form) {
        var fields = new LinkedHashMap<String, String>();
        for (var item : order.items()) {
            if (!form.isValid(item)) {
                fields.put(ReturnForm.field(item), text("return.number", item.remaining()));
            }
        }
        if (form.reason().isEmpty()) {
            fields.put(ReturnForm.REASON, text("form.required"));
        } else if (form.reason().length() > ReturnForm.LONGEST_REASON) {
            fields.put(ReturnForm.REASON, text("form.too-long", ReturnForm.LONGEST_REASON));
        }
        return new FormErrors(fields, fields.isEmpty() && form.isEmpty(order) ? text("return.nothing") : "");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static String show(Order order, ReturnForm form, FormErrors errors, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "shop/orders/return";
    }
}
