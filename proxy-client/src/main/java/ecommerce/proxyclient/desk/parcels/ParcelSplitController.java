package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.desk.parcels.ParcelForms.Attempt;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shippingclient.ParcelClient;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets staff move pieces of a parcel to a new parcel of the same order. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ParcelSplitController {

    private final ParcelForms forms;
    private final ParcelClient parcels;
    private final MessageSource messages;

    ParcelSplitController(ParcelForms forms, ParcelClient parcels, MessageSource messages) {
        this.forms = forms;
        this.parcels = parcels;
        this.messages = messages;
    }

    @GetMapping("/app/desk/parcels/{shippingId}/split")
    ModelAndView split(@PathVariable long shippingId) {
        return forms.open("split", shippingId, SplitForm.EMPTY);
    }

    @PostMapping("/app/desk/parcels/{shippingId}/split")
    ModelAndView split(
            @PathVariable long shippingId,
            @RequestParam Map<String, String> fields,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        var form = SplitForm.of(fields);
        return forms.send(
                new Attempt("split", shippingId, form, errors(form)),
                session,
                response,
                () -> parcels.split(shippingId, form.version(), form.split()));
    }

    /** shipping-service checks that the parcel has the pieces, and that it keeps some. */
    private FormErrors errors(SplitForm form) {
        var invalid = form.invalid();
        if (!invalid.isEmpty()) {
            var problem = text("desk.parcels.split.number");
            return new FormErrors(
                    invalid.stream().collect(Collectors.toMap(SplitForm::field, productId -> problem)), "");
        }
        return form.split().items().isEmpty() ? FormErrors.of(text("desk.parcels.split.nothing")) : FormErrors.NONE;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
