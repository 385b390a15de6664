package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * Shows and sends the forms that change a product's stock. A form that fails is shown again with what was typed, and with the
 * same key.
 */
@Component
class StockFormSender {

    private final StockTitles titles;
    private final ServiceChanges changes;

    StockFormSender(StockTitles titles, ServiceChanges changes) {
        this.titles = titles;
        this.changes = changes;
    }

    /**
     * A form that was sent.
     *
     * @param action the last part of the form's address, and the name of its template
     * @param form what staff have typed
     */
    record Sent(String action, long productId, StockForm stock, Object form) {}

    String open(String action, long productId, Object form, Model model) {
        return show(new Sent(action, productId, StockForm.open(titles.of(productId)), form), FormErrors.NONE, model);
    }

    /** @param change sends the form with its idempotency key, and returns the address of the page to show next */
    String send(
            Sent sent, BindingResult result, UnaryOperator<String> change, HttpServletResponse response, Model model) {
        if (result.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(sent, FormErrors.of(result), model);
        }
        var key = sent.stock().key().toString();
        var attempt = changes.attempt(() -> change.apply(key), response);
        return attempt.answer()
                .map(address -> "redirect:" + address)
                .orElseGet(() -> show(sent, attempt.errors(), model));
    }

    private static String show(Sent sent, FormErrors errors, Model model) {
        model.addAttribute("productId", sent.productId());
        model.addAttribute("stockForm", sent.stock());
        model.addAttribute("form", sent.form());
        model.addAttribute("errors", errors);
        return "desk/stock/" + sent.action();
    }
}
