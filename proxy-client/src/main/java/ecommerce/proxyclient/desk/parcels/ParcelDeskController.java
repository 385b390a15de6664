package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.shippingclient.ParcelClient;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows staff the parcels of all customers, and prints their packing slips. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ParcelDeskController {

    private final ParcelClient parcels;
    private final ParcelPageReader pages;

    ParcelDeskController(ParcelClient parcels, ParcelPageReader pages) {
        this.parcels = parcels;
        this.pages = pages;
    }

    /** Lists parcels: those to be packed, unless the address says otherwise. */
    @GetMapping("/app/desk/parcels")
    String list(
            @RequestParam(required = false) @Nullable String shippingStatus,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            HttpServletResponse response,
            Model model) {
        var filter = ParcelFilter.of(shippingStatus, orderId, sort, page);
        model.addAttribute("filter", filter);
        try {
            model.addAttribute("parcels", parcels.parcels(filter.query()));
            model.addAttribute("errors", FormErrors.NONE);
        } catch (HttpClientErrorException.BadRequest e) {
            response.setStatus(e.getStatusCode().value());
            model.addAttribute("errors", FormErrors.of(Refusal.of(e)));
        }
        return "desk/parcels/parcels";
    }

    @GetMapping("/app/desk/parcels/{shippingId}")
    String parcel(@PathVariable long shippingId, Model model) {
        model.addAttribute("details", pages.read(shippingId));
        return "desk/parcels/parcel";
    }

    @GetMapping("/app/desk/parcels/{shippingId}/slip")
    String packingSlip(@PathVariable long shippingId, Model model) {
        model.addAttribute("details", pages.read(shippingId));
        return "desk/parcels/slip";
    }
}
