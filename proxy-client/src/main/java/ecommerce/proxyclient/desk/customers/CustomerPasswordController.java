package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import ecommerce.proxyclient.userclient.CustomerClient.StaffSetPassword;
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

/**
 * Lets staff set a new password for a customer, which ends the customer's sign-ins. Asks for the password of staff again if
 * it was entered too long ago. Nobody changes the own password here, because that requires the current one.
 */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/password")
class CustomerPasswordController {

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final ServiceChanges changes;

    CustomerPasswordController(CustomerClient customers, CustomerReader reader, ServiceChanges changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    @GetMapping
    String page(@PathVariable long userId, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        return session.requireUser().userId() == userId
                ? "redirect:/app/account/password"
                : show(userId, FormErrors.NONE, model);
    }

    @PostMapping
    String set(
            @PathVariable long userId,
            @RequestParam String newPassword,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.run(() -> customers.setPassword(userId, new StaffSetPassword(newPassword)), response);
        if (!errors.isEmpty()) {
            return show(userId, errors, model);
        }
        session.tell("desk.customers.password.set");
        return CustomerDeskController.redirect(userId);
    }

    private String show(long userId, FormErrors errors, Model model) {
        model.addAttribute("customer", reader.find(userId).customer());
        model.addAttribute("errors", errors);
        return "desk/customers/password";
    }
}
