package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.StockClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

    private static final String ACTION = "transfer";
    private static final String PATH = "/app/desk/products/{productId}/stock/" + ACTION;

    private final StockClient stock;
    private final StockFormSender forms;

    TransferDeskController(StockClient stock, StockFormSender forms) {
        this.stock = stock;
        this.forms = forms;
    }

    /** @param to the product that is proposed */
    @GetMapping(PATH)
    String open(@PathVariable long productId, @RequestParam(defaultValue = "") String to, Model model) {
        var all = Long.toString(stock.level(productId).sellable());
        return forms.open(ACTION, productId, new TransferForm(to, all, ""), model);
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
        return forms.send(
                new StockFormSender.Sent(ACTION, productId, sent, form),
                result,
                key -> {
                    stock.transfer(productId, form.content(), key);
                    session.tell("desk.stock.transferred", form.quantity());
                    return "/app/desk/products/%s/stock".formatted(form.toProductId());
                },
                response,
                model);
    }
}
