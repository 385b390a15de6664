package ecommerce.proxyclient.desk.carts;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.listing.ListQuery;
import ecommerce.proxyclient.orderclient.CartClient.SetQuantity;
import ecommerce.proxyclient.orderclient.CartStaffClient;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lists the carts of all customers, and lets staff change and abandon an open one. Each form has the version of the cart that
 * was shown, so staff never change a cart that they haven't seen.
 */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class CartDeskController {

    private static final String LIST = "/app/desk/carts";
    private static final String CART = LIST + "/{cartId}";
    private static final String SORT = "sort";
    private static final String FORM = "form";

    private final CartStaffClient carts;
    private final ServiceChanges changes;

    CartDeskController(CartStaffClient carts, ServiceChanges changes) {
        this.carts = carts;
        this.changes = changes;
    }

    /** Lists carts. The newest come first, unless staff sort otherwise. */
    @GetMapping(LIST)
    String list(@RequestParam Map<String, String> parameters, Model model) {
        var query = ListQuery.of(LIST, parameters, "userId", "cartStatus", SORT);
        var request = query.request();
        request.putIfAbsent(SORT, List.of("createdAt,desc"));
        model.addAttribute("query", query);
        model.addAttribute("carts", carts.carts(request));
        return "desk/carts/carts";
    }

    @GetMapping(CART)
    String cart(@PathVariable long cartId, Model model) {
        return show(cartId, FormErrors.NONE, model);
    }

    @PostMapping(CART + "/items")
    String add(
            @PathVariable long cartId,
            @Valid @ModelAttribute(FORM) CartItemForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            return refuse(result, cartId, response, model);
        }
        return change(() -> carts.add(cartId, form.item(), form.etag()), cartId, session, response, model);
    }

    @PostMapping(CART + "/items/{productId}")
    String set(
            @PathVariable long cartId,
            @PathVariable long productId,
            @Valid @ModelAttribute(FORM) CartItemForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("changed", productId);
        if (result.hasErrors()) {
            return refuse(result, cartId, response, model);
        }
        var pieces = new SetQuantity(form.pieces());
        return change(() -> carts.set(cartId, productId, pieces, form.etag()), cartId, session, response, model);
    }

    @PostMapping(CART + "/items/{productId}/remove")
    String remove(
            @PathVariable long cartId,
            @PathVariable long productId,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        return change(() -> carts.remove(cartId, productId, etag), cartId, session, response, model);
    }

    @PostMapping(CART + "/abandon")
    String abandon(
            @PathVariable long cartId,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        return change(() -> carts.abandon(cartId, etag), cartId, session, response, model);
    }

    private String change(
            Runnable change, long cartId, BrowserSession session, HttpServletResponse response, Model model) {
        var errors = changes.run(change, response);
        if (!errors.isEmpty()) {
            return show(cartId, errors, model);
        }
        session.tell("desk.carts.changed");
        return "redirect:" + LIST + "/" + cartId;
    }

    private String refuse(BindingResult result, long cartId, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return show(cartId, FormErrors.of(result), model);
    }

    private String show(long cartId, FormErrors errors, Model model) {
        if (!model.containsAttribute(FORM)) {
            model.addAttribute(FORM, CartItemForm.EMPTY);
        }
        var answer = carts.cart(cartId);
        model.addAttribute("cart", answer.getBody());
        model.addAttribute("etag", VersionedEdit.etag(answer));
        model.addAttribute("errors", errors);
        return "desk/carts/cart";
    }
}
