package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import ecommerce.proxyclient.userclient.CustomerClient.BlockReason;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets staff block and unblock a customer. Both ask for the password again if it was entered too long ago. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class BlockController {

    private static final String CUSTOMER = CustomerDeskController.LIST + "/{userId}";

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final ServiceChanges changes;

    BlockController(CustomerClient customers, CustomerReader reader, ServiceChanges changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    @GetMapping(CUSTOMER + "/block")
    String page(@PathVariable long userId, Model model) {
        return show(userId, "", FormErrors.NONE, model);
    }

    @PostMapping(CUSTOMER + "/block")
    String block(
            @PathVariable long userId,
            @RequestParam(defaultValue = "") String reason,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.run(() -> customers.block(userId, new BlockReason(reason)), response);
        if (!errors.isEmpty()) {
            return show(userId, reason, errors, model);
        }
        session.tell("desk.customers.blocked");
        return CustomerDeskController.redirect(userId);
    }

    @PostMapping(CUSTOMER + "/unblock")
    String unblock(
            @PathVariable long userId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.run(() -> customers.unblock(userId), response);
        if (!errors.isEmpty()) {
            return show(userId, "", errors, model);
        }
        session.tell("desk.customers.unblocked");
        return CustomerDeskController.redirect(userId);
    }

    private String show(long userId, String reason, FormErrors errors, Model model) {
        var customer = reader.find(userId).customer();
        model.addAttribute("customer", customer);
        model.addAttribute("block", reader.block(customer));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return "desk/customers/block";
    }
}
