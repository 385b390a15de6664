package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.desk.change.StaffChange;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.StockClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** Records counts of the shelf, which correct the stock by their difference. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class CountDeskController {

    private static final String PATH = "/app/desk/products/{productId}/stock/count";

    private final StockClient stock;
    private final StockTitles titles;
    private final StaffChange changes;

    CountDeskController(StockClient stock, StockTitles titles, StaffChange changes) {
        this.stock = stock;
        this.titles = titles;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String open(@PathVariable long productId, Model model) {
        return show(productId, StockForm.open(titles.of(productId)), CountForm.EMPTY, FormErrors.NONE, model);
    }

    @PostMapping(PATH)
    String send(
            @PathVariable long productId,
            @Valid @ModelAttribute("stockForm") StockForm sent,
            @Valid @ModelAttribute("form") CountForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(productId, sent, form, FormErrors.of(result), model);
        }
        var key = sent.key().toString();
        var counted = changes.attempt(() -> stock.count(productId, form.content(), key), response);
        if (counted.answer().isEmpty()) {
            return show(productId, sent, form, counted.errors(), model);
        }
        var count = counted.answer().get();
        session.tell("desk.stock.counted", Integer.toString(count.onHand()), Integer.toString(count.difference()));
        return "redirect:/app/desk/products/%d/stock".formatted(productId);
    }

    private static String show(long productId, StockForm sent, CountForm form, FormErrors errors, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("stockForm", sent);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/stock/count";
    }
}
