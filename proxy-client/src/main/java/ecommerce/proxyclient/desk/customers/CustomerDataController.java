package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.desk.change.VersionedEdit;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.CustomerClient;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets staff change a customer's names and contact data. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/data")
class CustomerDataController {

    private final CustomerClient customers;
    private final CustomerReader reader;
    private final ServiceChanges changes;

    CustomerDataController(CustomerClient customers, CustomerReader reader, ServiceChanges changes) {
        this.customers = customers;
        this.reader = reader;
        this.changes = changes;
    }

    @GetMapping
    String page(@PathVariable long userId, Model model) {
        var stored = read(userId);
        return show(userId, CustomerDataForm.of(stored.values()), VersionedEdit.open(stored), FormErrors.NONE, model);
    }

    /** Saves an edit. If somebody else has changed the same data, shows both versions first. */
    @PostMapping
    String change(
            @PathVariable long userId,
            @ModelAttribute("form") CustomerDataForm form,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var edit = VersionedEdit.of(fields, form.values());
        var saved =
                changes.save(edit, etag -> customers.change(userId, form.values(), etag), () -> read(userId), response);
        if (!saved.isSaved()) {
            model.addAttribute("conflict", saved.conflict());
            return show(userId, saved.form(form, CustomerDataForm::of), saved.edit(), saved.errors(), model);
        }
        session.tell("desk.customers.saved");
        return CustomerDeskController.redirect(userId);
    }

    private VersionedEdit.Version read(long userId) {
        var stored = reader.find(userId);
        return new VersionedEdit.Version(CustomerDataForm.of(stored.customer()).values(), stored.etag());
    }

    private static String show(long userId, CustomerDataForm form, VersionedEdit edit, FormErrors errors, Model model) {
        model.addAttribute("userId", userId);
        model.addAttribute("form", form);
        model.addAttribute("edit", edit);
        model.addAttribute("errors", errors);
        return "desk/customers/data";
    }
}
