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

/** Records pieces that enter or leave the warehouse. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class MovementDeskController {

    private static final String PATH = "/app/desk/products/{productId}/stock/movement";

    private final StockClient stock;
    private final StockTitles titles;
    private final StaffChange changes;

    MovementDeskController(StockClient stock, StockTitles titles, StaffChange changes) {
        this.stock = stock;
        this.titles = titles;
        this.changes = changes;
    }

    @GetMapping(PATH)
    String open(@PathVariable long productId, Model model) {
        return show(productId, StockForm.open(titles.of(productId)), MovementForm.EMPTY, FormErrors.NONE, model);
    }

    @PostMapping(PATH)
    String send(
            @PathVariable long productId,
            @Valid @ModelAttribute("stockForm") StockForm sent,
            @Valid @ModelAttribute("form") MovementForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(productId, sent, form, FormErrors.of(result), model);
        }
        var key = sent.key().toString();
        var moved = changes.attempt(() -> stock.move(productId, form.content(), key), response);
        if (moved.answer().isEmpty()) {
            return show(productId, sent, form, moved.errors(), model);
        }
        session.tell("desk.stock.moved");
        return "redirect:/app/desk/products/%d/stock".formatted(productId);
    }

    private static String show(long productId, StockForm sent, MovementForm form, FormErrors errors, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("stockForm", sent);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "desk/stock/movement";
    }
}
