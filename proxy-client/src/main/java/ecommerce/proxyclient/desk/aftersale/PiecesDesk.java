package ecommerce.proxyclient.desk.aftersale;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.desk.change.TypedFields;
import ecommerce.proxyclient.orderclient.AfterSaleClient;
import ecommerce.proxyclient.orderclient.AfterSaleClient.Change;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.orderclient.OrderClient.Pieces;
import ecommerce.proxyclient.orderclient.OrderClient.ReturnRequest;
import ecommerce.proxyclient.page.FormErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Changes an order or some of its pieces: staff choose the pieces, see the refund and confirm. */
@Component
class PiecesDesk {

    private final ReviewedOrders orders;
    private final AfterSaleClient afterSale;
    private final OrderClient requests;
    private final FormSubmission submission;
    private final MessageSource messages;

    PiecesDesk(
            ReviewedOrders orders,
            AfterSaleClient afterSale,
            OrderClient requests,
            FormSubmission submission,
            MessageSource messages) {
        this.orders = orders;
        this.afterSale = afterSale;
        this.requests = requests;
        this.submission = submission;
        this.messages = messages;
    }

    ModelAndView choose(PiecesAction action, long orderId, Map<String, String> fields) {
        return choose(action, orders.read(orderId), new PiecesForm(new TypedFields(fields)), FormErrors.NONE);
    }

    /** Asks for confirmation. Shows the choice again if it isn't valid. */
    ModelAndView confirm(PiecesAction action, long orderId, Map<String, String> fields) {
        var reviewed = orders.read(orderId);
        var form = new PiecesForm(new TypedFields(fields));
        var errors = errors(reviewed.order(), form);
        if (errors.isEmpty()) {
            return confirm(action, reviewed, form, FormErrors.NONE);
        }
        var view = choose(action, reviewed, form, errors);
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    ModelAndView change(PiecesAction action, long orderId, ServletWebRequest request) {
        var sent = SentForm.of(request, ReviewedOrders.page(orderId));
        var form = new PiecesForm(sent.fields());
        if (!form.isComplete()) {
            throw Problem.invalid(PiecesForm.SCOPE, "must be 'whole', or 'pieces' with at least one piece");
        }
        return submission.send(
                sent,
                () -> {
                    change(action, orderId, form, sent.key());
                    sent.session().tell(action.key("done"));
                    return sent.record();
                },
                errors -> confirm(action, orders.read(orderId), form, errors));
    }

    private void change(PiecesAction action, long orderId, PiecesForm form, String sentKey) {
        var change = new Change(form.fields().valueOrNull("reason"), form.restocks(), form.chosen());
        var key = form.isWhole() ? null : sentKey;
        switch (action) {
            case CANCEL -> afterSale.cancel(orderId, change, key, form.fields().etag());
            case RETURN ->
                afterSale.takeBack(orderId, change, key, form.fields().etag());
            case REQUEST_RETURN -> {
                List<Pieces> pieces = Objects.requireNonNullElse(change.items(), List.of());
                requests.requestReturn(orderId, new ReturnRequest(pieces, form.reason()));
            }
        }
    }

    private FormErrors errors(Order order, PiecesForm form) {
        var fields = new LinkedHashMap<String, String>();
        for (var item : order.items()) {
            if (!form.isValid(item)) {
                fields.put(PiecesForm.field(item), text("return.number", item.remaining()));
            }
        }
        var isEmpty = order.items().stream().allMatch(item -> form.quantity(item) == 0);
        return new FormErrors(fields, isEmpty ? text("return.nothing") : "");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static ModelAndView choose(
            PiecesAction action, ReviewedOrder reviewed, PiecesForm form, FormErrors errors) {
        return new ModelAndView("desk/aftersale/pieces")
                .addObject("action", action)
                .addObject("reviewed", reviewed)
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private static ModelAndView confirm(
            PiecesAction action, ReviewedOrder reviewed, PiecesForm form, FormErrors errors) {
        return new ModelAndView("desk/aftersale/confirm")
                .addObject("confirmation", new PiecesConfirmation(action, reviewed, form))
                .addObject(FormSubmission.KEY, form.fields().key())
                .addObject("errors", errors);
    }
}
