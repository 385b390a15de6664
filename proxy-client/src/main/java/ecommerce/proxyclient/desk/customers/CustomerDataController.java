package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.StaffChange;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets staff change a customer's names and contact data. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/data")
class CustomerDataController {

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final StaffChange changes;

    CustomerDataController(CustomerClient customers, CustomerReader reader, StaffChange changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    /** Shows the stored data, or what was typed before a sign-in. */
    @GetMapping
    String page(@PathVariable long userId, @ModelAttribute("form") CustomerDataForm typed, Model model) {
        var form = typed.isTyped() ? typed : CustomerDataForm.of(reader.find(userId));
        return show(userId, form, FormErrors.NONE, model);
    }

    /** Changes the data. If somebody else has changed them meanwhile, the page shows both versions. */
    @PostMapping
    String change(
            @PathVariable long userId,
            @ModelAttribute("form") CustomerDataForm form,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var etag = Objects.requireNonNullElse(form.etag(), "\"\"");
        var errors = changes.run(() -> customers.change(userId, form.patch(), etag), response);
        if (response.getStatus() == 412) {
            var stored = reader.find(userId);
            model.addAttribute("stored", stored.customer());
            return show(userId, form.withEtag(stored.etag()), errors, model);
        }
        if (!errors.isEmpty()) {
            return show(userId, form, errors, model);
        }
        session.tell("desk.customers.saved");
        return CustomerDeskController.redirect(userId);
    }

    private static String show(long userId, CustomerDataForm form, FormErrors errors, Model model) {
        model.addAttribute("userId", userId);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/customers/data";
    }
}
