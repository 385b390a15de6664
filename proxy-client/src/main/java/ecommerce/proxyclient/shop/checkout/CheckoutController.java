package ecommerce.proxyclient.shop.checkout;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shop.checkout.CheckoutPage.PriceChange;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.client.RestClientException;

/** The checkout: address, payment and consent on one page. */
@Controller
@SignedIn
class CheckoutController {

    private static final Logger log = LoggerFactory.getLogger(CheckoutController.class);

    private static final String PAGE = "shop/checkout/checkout";
    private static final String UNKNOWN = "shop/checkout/unknown";
    private static final String RETRY_AFTER_SECONDS = "2";

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
        var page = order == null ? checkout.begin(session) : checkout.repeat(session, order);
        if (page.cart().items().isEmpty()) {
            session.tell("checkout.empty");
            return "redirect:/app/cart";
        }
        return show(page, model);
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
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return again(session, form, List.of(), errors, model);
        }
        var sent = form;
        try {
            sent = checkout.withStoredAddress(session, form);
            var placed = checkout.place(sent);
            session.countPieces(0);
            return "redirect:/app/orders/" + placed.orderId();
        } catch (HttpClientErrorException.Unauthorized signInFirst) {
            throw signInFirst;
        } catch (HttpClientErrorException refused) {
            return refused(sent, Refusal.of(refused), session, response, model);
        } catch (RestClientException unanswered) {
            log.warn(
                    "It is unknown whether an order was placed: {}",
                    unanswered.getClass().getSimpleName());
            return unknown(sent, response, model);
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

    /** The cart was ordered already, has changed, or can't be had, or the address is gone. What was typed stays. */
    private String refused(
            CheckoutForm form, Refusal refusal, BrowserSession session, HttpServletResponse response, Model model) {
        if (refusal.members().get("orderId") instanceof Number orderId) {
            return "redirect:/app/orders/" + orderId.longValue();
        }
        var changes = PriceChanges.of(refusal);
        var reason = FormErrors.of(refusal, text("form.taken"));
        var errors = changes.isEmpty() ? reason : FormErrors.of(text("checkout.total-changed"));
        response.setStatus(refusal.status());
        return again(session, form, changes, errors.isEmpty() ? FormErrors.of(text("form.invalid")) : errors, model);
    }

    /**
     * Shows the same form again, with the same key: if the order was placed, order-service answers with it, and otherwise
     * places it now. The page needs no service.
     */
    private static String unknown(CheckoutForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        model.addAttribute("form", form);
        return UNKNOWN;
    }

    private String again(
            BrowserSession session, CheckoutForm form, List<PriceChange> changes, FormErrors errors, Model model) {
        var page = checkout.again(session, form, changes, errors);
        if (page.cart().items().isEmpty()) {
            session.tell("checkout.nothing-left");
            return "redirect:/app/orders";
        }
        return show(page, model);
    }

    private static String show(CheckoutPage page, Model model) {
        model.addAttribute("checkout", page);
        return PAGE;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
