package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets staff delete a customer's account. Asks for the password again if it was entered too long ago. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/delete")
class CustomerDeletionController {

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final ServiceChanges changes;

    CustomerDeletionController(CustomerClient customers, CustomerReader reader, ServiceChanges changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    @GetMapping
    String page(@PathVariable long userId, Model model) {
        return show(userId, FormErrors.NONE, model);
    }

    /** @param etag names the version of the customer that was shown, so that nobody deletes another one */
    @PostMapping
    String delete(
            @PathVariable long userId,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.delete(() -> customers.delete(userId, etag), response);
        if (!errors.isEmpty()) {
            return show(userId, errors, model);
        }
        session.tell("desk.customers.deleted", Long.toString(userId));
        return "redirect:" + CustomerDeskController.LIST;
    }

    private String show(long userId, FormErrors errors, Model model) {
        var shown = reader.find(userId);
        model.addAttribute("customer", shown.customer());
        model.addAttribute("etag", shown.etag());
        model.addAttribute("errors", errors);
        return "desk/customers/delete";
    }
}
