package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.listing.ListQuery;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.AccountClient;
import ecommerce.proxyclient.userclient.CustomerClient;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Lets staff find customers, see one of them, and end a customer's sign-ins. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class CustomerDeskController {

    static final String LIST = "/app/desk/customers";

    private static final int SIGN_INS = 20;

    private final CustomerClient customers;
    private final AccountClient accounts;
    private final CustomerReader reader;

    CustomerDeskController(CustomerClient customers, AccountClient accounts, CustomerReader reader) {
        this.customers = customers;
        this.accounts = accounts;
        this.reader = reader;
    }

    @GetMapping(LIST)
    String list(@RequestParam Map<String, String> parameters, Model model) {
        var query = ListQuery.of(LIST, parameters, "q", "roleBasedAuthority", "blocked", "sort");
        model.addAttribute("query", query);
        model.addAttribute("customers", customers.customers(query.request()));
        return "desk/customers/customers";
    }

    /** Shows accounts of earlier releases that have the same name. Staff give one of them another name. */
    @GetMapping(LIST + "/name-collisions")
    String nameCollisions(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("collisions", customers.nameCollisions(page));
        return "desk/customers/nameCollisions";
    }

    @GetMapping(LIST + "/{userId}")
    String customer(@PathVariable long userId, Model model) {
        var customer = reader.find(userId).customer();
        model.addAttribute(
                "details",
                new CustomerPage(
                        customer,
                        reader.block(customer),
                        accounts.addresses(userId, Listing.LARGEST, 0).collection(),
                        customers.signIns(userId, SIGN_INS)));
        return "desk/customers/customer";
    }

    @PostMapping(LIST + "/{userId}/sign-ins/end")
    String endSignIns(@PathVariable long userId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        customers.endSignIns(userId);
        session.tell("desk.customers.sign-ins.ended");
        return redirect(userId);
    }

    @PostMapping(LIST + "/{userId}/sign-ins/{signInId}/end")
    String endSignIn(
            @PathVariable long userId,
            @PathVariable UUID signInId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        try {
            customers.endSignIn(signInId);
        } catch (HttpClientErrorException.NotFound ended) {
            // It has ended already, for example because the form was sent twice.
        }
        session.tell("desk.customers.sign-in.ended");
        return redirect(userId);
    }

    static String redirect(long userId) {
        return "redirect:" + LIST + "/" + userId;
    }
}
