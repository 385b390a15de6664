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
import org.springframework.web.bind.annotation.RequestParam;

/** Transfers pieces of a deleted product to another product, which can sell them. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class TransferDeskController {

    private static final String PATH = "/app/desk/products/{productId}/stock/transfer";

    private final StockClient stock;
    private final StockTitles titles;
    private final StaffChange changes;

    TransferDeskController(StockClient stock, StockTitles titles, StaffChange changes) {
        this.stock = stock;
        this.titles = titles;
        this.changes = changes;
    }

    /** @param to the product that is proposed */
    @GetMapping(PATH)
    String open(@PathVariable long productId, @RequestParam(defaultValue = "") String to, Model model) {
        var all = Long.toString(stock.level(productId).sellable());
        return show(
                productId, StockForm.open(titles.of(productId)), new TransferForm(to, all, ""), FormErrors.NONE, model);
    }

    @PostMapping(PATH)
    String send(
            @PathVariable long productId,
            @Valid @ModelAttribute("stockForm") StockForm sent,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(productId, sent, form, FormErrors.of(result), model);
        }
        var key = sent.key().toString();
        var transferred = changes.attempt(() -> stock.transfer(productId, form.content(), key), response);
        if (transferred.answer().isEmpty()) {
            return show(productId, sent, form, transferred.errors(), model);
        }
        session.tell("desk.stock.transferred", form.quantity());
        return "redirect:/app/desk/products/%s/stock".formatted(form.toProductId());
    }

    private static String show(long productId, StockForm sent, TransferForm form, FormErrors errors, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("stockForm", sent);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/stock/transfer";
    }
}
