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

/** Records pieces that enter or leave the warehouse. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class MovementDeskController {

    private static final String ACTION = "movement";
    private static final String PATH = "/app/desk/products/{productId}/stock/" + ACTION;

    private final StockClient stock;
    private final StockFormSender forms;

    MovementDeskController(StockClient stock, StockFormSender forms) {
        this.stock = stock;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String open(@PathVariable long productId, Model model) {
        return forms.open(ACTION, productId, MovementForm.EMPTY, model);
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
        return forms.send(
                new StockFormSender.Sent(ACTION, productId, sent, form),
                result,
                key -> {
                    stock.move(productId, form.content(), key);
                    session.tell("desk.stock.moved");
                    return "/app/desk/products/%d/stock".formatted(productId);
                },
                response,
                model);
    }
}
