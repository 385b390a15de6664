package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.desk.parcels.ParcelForms.Attempt;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.shippingclient.ParcelClient;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Lets staff correct parcels that were marked as shipped or delivered by mistake, and report parcels that failed. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ParcelMistakeController {

    private final ParcelForms forms;
    private final ParcelClient parcels;

    ParcelMistakeController(ParcelForms forms, ParcelClient parcels) {
        this.forms = forms;
        this.parcels = parcels;
    }

    @GetMapping("/app/desk/parcels/{shippingId}/correction")
    ModelAndView correct(@PathVariable long shippingId) {
        return forms.open("correction", shippingId, new CorrectionForm("", "", ""));
    }

    @PostMapping("/app/desk/parcels/{shippingId}/correction")
    ModelAndView correct(
            @PathVariable long shippingId,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        return forms.send(
                new Attempt("correction", shippingId, form, FormErrors.of(result)),
                session,
                response,
                () -> parcels.correct(shippingId, form.version(), form.correction()));
    }

    @GetMapping("/app/desk/parcels/{shippingId}/failure")
    ModelAndView fail(@PathVariable long shippingId) {
        return forms.open("failure", shippingId, new FailureForm("", "", null, ""));
    }

    @PostMapping("/app/desk/parcels/{shippingId}/failure")
    ModelAndView fail(
            @PathVariable long shippingId,
            @Valid @ModelAttribute("form") FailureForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        return forms.send(
                new Attempt("failure", shippingId, form, FormErrors.of(result)),
                session,
                response,
                () -> parcels.fail(shippingId, form.version(), form.report()));
    }
}
