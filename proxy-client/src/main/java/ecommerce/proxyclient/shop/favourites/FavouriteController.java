package ecommerce.proxyclient.shop.favourites;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.favouriteclient.FavouriteClient;
import ecommerce.proxyclient.page.ReturnPath;
import ecommerce.proxyclient.session.BrowserSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows and changes what the user likes. */
@Controller
@SignedIn
class FavouriteController {

    private static final int PAGE = 24;

    private final FavouriteClient favourites;

    FavouriteController(FavouriteClient favourites) {
        this.favourites = favourites;
    }

    @GetMapping("/app/favourites")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("favourites", favourites.favourites(PAGE, page));
        return "shop/favourites/favourites";
    }

    /** Likes a product or not, and returns to the page of the form. */
    @PostMapping("/app/favourites/{productId}")
    String change(
            @PathVariable long productId,
            @RequestParam boolean liked,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        if (liked) {
            favourites.like(productId);
        } else {
            favourites.unlike(productId);
        }
        session.tell(liked ? "favourite.added" : "favourite.removed", title);
        return "redirect:" + ReturnPath.of(then);
    }
}
