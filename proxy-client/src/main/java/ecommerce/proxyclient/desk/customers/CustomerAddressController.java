package ecommerce.proxyclient.desk.customers;

import static java.util.Objects.requireNonNull;

import ecommerce.defaults.problem.Problem;
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

/** Lets staff change and delete an address of a customer. Orders that are sent to it stay as they are. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(CustomerDeskController.LIST + "/{userId}/addresses/{addressId}")
class CustomerAddressController {

    private final CustomerClient customers;
    private final ServiceChanges changes;

    CustomerAddressController(CustomerClient customers, ServiceChanges changes) {
        this.customers = customers;
        this.changes = changes;
    }

    @GetMapping
    String page(@PathVariable long userId, @PathVariable long addressId, Model model) {
        var stored = read(userId, addressId);
        var form = CustomerAddressForm.of(stored.values());
        return show(userId, addressId, form, VersionedEdit.open(stored), FormErrors.NONE, model);
    }

    /** Saves an edit. If somebody else has changed the address, shows both versions first. */
    @PostMapping
    String change(
            @PathVariable long userId,
            @PathVariable long addressId,
            @ModelAttribute("form") CustomerAddressForm form,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var edit = VersionedEdit.of(fields, form.values());
        var saved = changes.save(
                edit,
                etag -> customers.changeAddress(addressId, form.values(), etag),
                () -> read(userId, addressId),
                response);
        if (!saved.isSaved()) {
            model.addAttribute("conflict", saved.conflict());
            var again = saved.form(form, CustomerAddressForm::of);
            return show(userId, addressId, again, saved.edit(), saved.errors(), model);
        }
        session.tell("desk.customers.address.saved");
        return CustomerDeskController.redirect(userId);
    }

    /** @param etag names the version of the address that was shown */
    @PostMapping("/delete")
    String delete(
            @PathVariable long userId,
            @PathVariable long addressId,
            @RequestParam String etag,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        var errors = changes.delete(() -> customers.deleteAddress(addressId, etag), response);
        if (!errors.isEmpty()) {
            var stored = read(userId, addressId);
            var form = CustomerAddressForm.of(stored.values());
            return show(userId, addressId, form, VersionedEdit.open(stored), errors, model);
        }
        session.tell("desk.customers.address.deleted");
        return CustomerDeskController.redirect(userId);
    }

    /** Throws 404 if the address is another customer's. */
    private VersionedEdit.Version read(long userId, long addressId) {
        var answer = customers.address(addressId);
        var address = requireNonNull(answer.getBody());
        if (address.userId() != userId) {
            throw Problem.notFound("address", addressId);
        }
        return new VersionedEdit.Version(CustomerAddressForm.of(address).values(), VersionedEdit.etag(answer));
    }

    private static String show(
            long userId, long addressId, CustomerAddressForm form, VersionedEdit edit, FormErrors errors, Model model) {
        model.addAttribute("userId", userId);
        model.addAttribute("addressId", addressId);
        model.addAttribute("form", form);
        model.addAttribute("edit", edit);
        model.addAttribute("errors", errors);
        return "desk/customers/address";
    }
}
