package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.StockClient;
import ecommerce.proxyclient.productclient.StockClient.Threshold;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets the number of sellable pieces at or below which the stock of a product is low. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ThresholdDeskController {

    private static final String PATH = "/app/desk/products/{productId}/stock/threshold";

    private final StockClient stock;
    private final StockTitles titles;
    private final ServiceChanges changes;

    ThresholdDeskController(StockClient stock, StockTitles titles, ServiceChanges changes) {
        this.stock = stock;
        this.titles = titles;
        this.changes = changes;
    }

    /** @param threshold a number of pieces; empty for no warnings */
    record ThresholdForm(
            @Pattern(regexp = "[0-9]{0,9}", message = "{desk.pieces.invalid}")
            String threshold) {

        ThresholdForm {
            threshold = MovementForm.text(threshold);
        }

        Threshold content() {
            return new Threshold(threshold.isEmpty() ? null : Integer.valueOf(threshold));
        }
    }

    @GetMapping(PATH)
    String open(@PathVariable long productId, Model model) {
        var current = stock.level(productId).lowStockThreshold();
        return show(productId, titles.of(productId), current == null ? "" : current.toString(), FormErrors.NONE, model);
    }

    @PostMapping(PATH)
    String send(
            @PathVariable long productId,
            @Valid @ModelAttribute("form") ThresholdForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String title,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(productId, title, form.threshold(), FormErrors.of(result), model);
        }
        var errors = changes.run(() -> stock.setThreshold(productId, form.content()), response);
        if (!errors.isEmpty()) {
            return show(productId, title, form.threshold(), errors, model);
        }
        session.tell("desk.stock.threshold.saved");
        return "redirect:/app/desk/products/%d/stock".formatted(productId);
    }

    private static String show(long productId, String title, String threshold, FormErrors errors, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("title", title);
        model.addAttribute("threshold", threshold);
        model.addAttribute("errors", errors);
        return "desk/stock/threshold";
    }
}
