package ecommerce.proxyclient.desk.aftersale;

import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.desk.change.TypedFields;
import ecommerce.proxyclient.orderclient.AfterSaleClient;
import ecommerce.proxyclient.orderclient.AfterSaleClient.Closing;
import ecommerce.proxyclient.page.FormErrors;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Retries, refunds or closes a flagged order. order-service refuses each if the order isn't flagged any more. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/app/desk/orders/{orderId}/attention")
class AttentionController {

    private final ReviewedOrders orders;
    private final AfterSaleClient afterSale;
    private final FormSubmission submission;

    AttentionController(ReviewedOrders orders, AfterSaleClient afterSale, FormSubmission submission) {
        this.orders = orders;
        this.afterSale = afterSale;
        this.submission = submission;
    }

    @PostMapping("/retry")
    ModelAndView retry(@PathVariable long orderId, ServletWebRequest request) {
        var page = ReviewedOrders.page(orderId);
        var sent = SentForm.of(request, page);
        return submission.press(sent, () -> {
            afterSale.retry(orderId);
            sent.session().tell("desk.aftersale.retried");
        });
    }

    @GetMapping("/refund")
    ModelAndView confirmRefund(@PathVariable long orderId) {
        return show("desk/aftersale/undo", orderId, new TypedFields(Map.of()), FormErrors.NONE);
    }

    @PostMapping("/refund")
    ModelAndView refund(@PathVariable long orderId, ServletWebRequest request) {
        var sent = form(request, orderId);
        return submission.send(
                sent,
                () -> {
                    afterSale.refund(orderId, sent.fields().etag());
                    sent.session().tell("desk.aftersale.undo.done");
                    return sent.record();
                },
                errors -> show("desk/aftersale/undo", orderId, sent.fields(), errors));
    }

    @GetMapping("/close")
    ModelAndView confirmClose(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return show("desk/aftersale/close", orderId, new TypedFields(fields), FormErrors.NONE);
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable long orderId, ServletWebRequest request) {
        var sent = form(request, orderId);
        return submission.send(
                sent,
                () -> {
                    afterSale.close(
                            orderId,
                            new Closing(sent.value("outcome"), sent.value("note")),
                            sent.fields().etag());
                    sent.session().tell("desk.aftersale.close.done");
                    return sent.record();
                },
                errors -> show("desk/aftersale/close", orderId, sent.fields(), errors));
    }

    private static SentForm form(ServletWebRequest request, long orderId) {
        return SentForm.of(request, ReviewedOrders.page(orderId));
    }

    private ModelAndView show(String view, long orderId, TypedFields fields, FormErrors errors) {
        return new ModelAndView(view)
                .addObject("reviewed", orders.read(orderId))
                .addObject("fields", fields)
                .addObject("errors", errors);
    }
}
