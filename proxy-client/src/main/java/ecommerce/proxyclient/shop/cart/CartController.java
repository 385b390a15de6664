package ecommerce.proxyclient.shop.cart;

import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.page.ReturnPath;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows and changes the cart. */
@Controller
class CartController {

    private static final String CART = "redirect:/app/cart";

    private final ShoppingCart carts;

    CartController(ShoppingCart carts) {
        this.carts = carts;
    }

    @GetMapping("/app/cart")
    String cart(@RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        model.addAttribute("cart", carts.look(session));
        return "shop/cart/cart";
    }

    /** Adds pieces, and returns to the page of the form. */
    @PostMapping("/app/cart/items")
    String add(
            @RequestParam long productId,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request) {
        change(session, quantity, pieces -> {
            carts.add(session, productId, pieces, request);
            session.tell("cart.added", title);
        });
        return "redirect:" + ReturnPath.of(then);
    }

    @PostMapping("/app/cart/items/{productId}")
    String set(
            @PathVariable long productId,
            @RequestParam String quantity,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        change(session, quantity, pieces -> carts.set(session, productId, pieces));
        return CART;
    }

    @PostMapping("/app/cart/items/{productId}/remove")
    String remove(@PathVariable long productId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        change(session, () -> carts.remove(session, productId));
        return CART;
    }

    /** Changes the number of pieces, which is any text that was typed. order-service knows the limits. */
    private static void change(BrowserSession session, String quantity, IntConsumer change) {
        try {
            var pieces = Integer.parseInt(quantity.strip());
            change(session, () -> change.accept(pieces));
        } catch (NumberFormatException noNumber) {
            session.warn("cart.pieces.invalid");
        }
    }

    /** Tells the user why order-service has refused a change, for example because of a limit. */
    private static void change(BrowserSession session, Runnable change) {
        try {
            change.run();
        } catch (HttpClientErrorException.BadRequest
                | HttpClientErrorException.NotFound
                | HttpClientErrorException.Conflict e) {
            session.warn("cart.refused", Refusal.of(e).text());
        }
    }
}
