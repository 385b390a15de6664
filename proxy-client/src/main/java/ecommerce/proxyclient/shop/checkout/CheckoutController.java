package ecommerce.proxyclient.shop.checkout;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** The checkout: address, payment and consent on one page. */
@Controller
@SignedIn
class CheckoutController {

    private static final String PAGE = "shop/checkout/checkout";
    private static final String CART = "redirect:/app/cart";

    private final Checkout checkout;
    private final MessageSource messages;

    CheckoutController(Checkout checkout, MessageSource messages) {
        this.checkout = checkout;
        this.messages = messages;
    }

    /** @param order a rejected order to repeat, for example with another card */
    @GetMapping("/app/checkout")
    String page(
            @RequestParam(required = false) @Nullable Long order,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            Model model) {
        return show(order == null ? checkout.begin(session) : checkout.repeat(session, order), model);
    }

    @PostMapping("/app/checkout")
    String order(
            @Valid @ModelAttribute("form") CheckoutForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = errors(form, result);
        if (!errors.isEmpty()) {
            return again(session, form, errors, HttpStatus.BAD_REQUEST, response, model);
        }
        var stored = checkout.withStoredAddress(form);
        try {
            var placed = checkout.place(stored);
            session.countPieces(0);
            return "redirect:/app/orders/" + placed.orderId();
        } catch (HttpClientErrorException.Conflict refused) {
            return refused(stored, Refusal.of(refused), session, response, model);
        } catch (HttpClientErrorException.BadRequest refused) {
            var problems = FormErrors.of(Refusal.of(refused), "");
            return again(session, stored, problems, HttpStatus.BAD_REQUEST, response, model);
        }
    }

    private FormErrors errors(CheckoutForm form, BindingResult result) {
        var invalid = FormErrors.of(result);
        if (!invalid.isEmpty()) {
            return invalid;
        }
        var missing = new LinkedHashMap<String, String>();
        if (form.hasNewAddress()) {
            require(missing, "fullAddress", form.fullAddress());
            require(missing, "postalCode", form.postalCode());
            require(missing, "city", form.city());
        }
        return new FormErrors(missing, form.isComplete() ? "" : text("checkout.incomplete"));
    }

    private void require(LinkedHashMap<String, String> missing, String field, @Nullable String value) {
        if (!StringUtils.hasText(value)) {
            missing.put(field, text("form.required"));
        }
    }

    /** The cart was ordered already, has changed, or can't be had. What was typed stays. */
    private String refused(
            CheckoutForm form, Refusal refusal, BrowserSession session, HttpServletResponse response, Model model) {
        if (refusal.members().get("orderId") instanceof Number orderId) {
            return "redirect:/app/orders/" + orderId.longValue();
        }
        var changes = PriceChanges.of(refusal);
        var errors =
                changes.isEmpty() ? FormErrors.of(refusal.detail()) : FormErrors.of(text("checkout.total-changed"));
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(checkout.again(session, form, changes, errors), model);
    }

    private String again(
            BrowserSession session,
            CheckoutForm form,
            FormErrors errors,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        return show(checkout.again(session, form, List.of(), errors), model);
    }

    private static String show(CheckoutPage page, Model model) {
        if (page.cart().items().isEmpty()) {
            return CART;
        }
        model.addAttribute("checkout", page);
        return PAGE;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
