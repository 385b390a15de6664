package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.favouriteclient.FavouriteStaffClient;
import ecommerce.proxyclient.session.BrowserSession;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Lets staff see what a customer likes, and remove a favourite. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/favourites")
class CustomerFavouritesController {

    private final FavouriteStaffClient favourites;
    private final CustomerReader reader;

    CustomerFavouritesController(FavouriteStaffClient favourites, CustomerReader reader) {
        this.favourites = favourites;
        this.reader = reader;
    }

    @GetMapping
    String list(@PathVariable long userId, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("customer", reader.find(userId).customer());
        model.addAttribute("favourites", favourites.favourites(userId, page));
        return "desk/customers/favourites";
    }

    @PostMapping("/{productId}/remove")
    String remove(
            @PathVariable long userId,
            @PathVariable long productId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        try {
            favourites.remove(userId, productId);
        } catch (HttpClientErrorException.NotFound removed) {
            // It is removed already, for example because the form was sent twice.
        }
        session.tell("desk.customers.favourite.removed");
        return CustomerDeskController.redirect(userId) + "/favourites";
    }
}
