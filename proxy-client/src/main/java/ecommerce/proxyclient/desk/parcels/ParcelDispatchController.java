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

/** Lets staff ship parcels, change their tracking numbers, and record that they were delivered. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ParcelDispatchController {

    private final ParcelForms forms;
    private final ParcelClient parcels;

    ParcelDispatchController(ParcelForms forms, ParcelClient parcels) {
        this.forms = forms;
        this.parcels = parcels;
    }

    @GetMapping("/app/desk/parcels/{shippingId}/ship")
    ModelAndView ship(@PathVariable long shippingId) {
        return forms.open("ship", shippingId, new TrackingForm("", "", "", ""));
    }

    @PostMapping("/app/desk/parcels/{shippingId}/ship")
    ModelAndView ship(
            @PathVariable long shippingId,
            @Valid @ModelAttribute("form") TrackingForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        return forms.send(
                new Attempt("ship", shippingId, form, FormErrors.of(result)),
                session,
                response,
                () -> parcels.change(shippingId, form.version(), form.shipment()));
    }

    @GetMapping("/app/desk/parcels/{shippingId}/tracking")
    ModelAndView track(@PathVariable long shippingId) {
        return forms.open("tracking", shippingId, new TrackingForm("", "", "", ""));
    }

    @PostMapping("/app/desk/parcels/{shippingId}/tracking")
    ModelAndView track(
            @PathVariable long shippingId,
            @Valid @ModelAttribute("form") TrackingForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        return forms.send(
                new Attempt("tracking", shippingId, form, FormErrors.of(result)),
                session,
                response,
                () -> parcels.track(shippingId, form.version(), form.tracking()));
    }

    @GetMapping("/app/desk/parcels/{shippingId}/deliver")
    ModelAndView deliver(@PathVariable long shippingId) {
        return forms.open("deliver", shippingId, new ConfirmForm(""));
    }

    @PostMapping("/app/desk/parcels/{shippingId}/deliver")
    ModelAndView deliver(
            @PathVariable long shippingId,
            @ModelAttribute("form") ConfirmForm form,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response) {
        return forms.send(
                new Attempt("deliver", shippingId, form, FormErrors.NONE),
                session,
                response,
                () -> parcels.change(shippingId, form.version(), form.delivery()));
    }
}
