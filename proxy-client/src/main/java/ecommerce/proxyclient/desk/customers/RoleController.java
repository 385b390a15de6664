package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import ecommerce.proxyclient.userclient.CustomerClient.Role;
import ecommerce.proxyclient.userclient.CustomerClient.RoleChange;
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

/** Lets staff make a customer a member of staff, and the reverse. Asks for the password again if it was entered too long ago. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/role")
class RoleController {

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final ServiceChanges changes;

    RoleController(CustomerClient customers, CustomerReader reader, ServiceChanges changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    @GetMapping
    String page(@PathVariable long userId, Model model) {
        return show(userId, FormErrors.NONE, model);
    }

    @PostMapping
    String assign(
            @PathVariable long userId,
            @RequestParam String role,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.run(() -> customers.assign(userId, new RoleChange(new Role(role))), response);
        if (!errors.isEmpty()) {
            return show(userId, errors, model);
        }
        session.tell("desk.customers.role.changed");
        return CustomerDeskController.redirect(userId);
    }

    private String show(long userId, FormErrors errors, Model model) {
        model.addAttribute("customer", reader.find(userId).customer());
        model.addAttribute("errors", errors);
        return "desk/customers/role";
    }
}
