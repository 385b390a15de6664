package ecommerce.proxyclient.desk.aftersale;

import static java.util.Objects.requireNonNull;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.desk.change.TypedFields;
import ecommerce.proxyclient.orderclient.OrderClient;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.paymentclient.RefundClient;
import ecommerce.proxyclient.paymentclient.RefundClient.NewRefund;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Refunds a part of an order's payment: staff type the amount, see what is left and confirm. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(RefundController.PATH)
class RefundController {

    static final String PATH = "/app/desk/orders/{orderId}/payments/{paymentId}/refund";

    private final OrderClient orders;
    private final RefundClient payments;
    private final FormSubmission submission;
    private final MessageSource messages;

    RefundController(OrderClient orders, RefundClient payments, FormSubmission submission, MessageSource messages) {
        this.orders = orders;
        this.payments = payments;
        this.submission = submission;
        this.messages = messages;
    }

    /** Asks for the amount. Asks for confirmation once the address has one. */
    @GetMapping
    ModelAndView page(
            @PathVariable long orderId, @PathVariable long paymentId, @RequestParam Map<String, String> fields) {
        var reviewed = review(orderId, paymentId);
        var form = new RefundForm(new TypedFields(fields));
        if (form.isEmpty()) {
            return show(reviewed, form, null, FormErrors.NONE);
        }
        var amount = form.parsedAmount();
        if (amount == null || amount.compareTo(reviewed.rest()) > 0) {
            var view = show(reviewed, form, null, wrongAmount());
            view.setStatus(HttpStatus.BAD_REQUEST);
            return view;
        }
        return show(reviewed, form, amount, FormErrors.NONE);
    }

    @PostMapping
    ModelAndView refund(@PathVariable long orderId, @PathVariable long paymentId, ServletWebRequest request) {
        var sent = SentForm.of(request, ReviewedOrders.page(orderId));
        var form = new RefundForm(sent.fields());
        var amount = form.parsedAmount();
        if (amount == null) {
            throw Problem.invalid("amount", "must be an amount such as 12.50");
        }
        if (form.fields().etag() == null) {
            throw Problem.invalid("etag", "must be the version of the payment");
        }
        return submission.send(
                sent,
                () -> {
                    var refund = new NewRefund(amount, form.reason());
                    payments.refund(paymentId, refund, sent.key(), form.fields().etag());
                    sent.session().tell("desk.aftersale.refund.done", amount.toPlainString());
                    return sent.record();
                },
                errors -> show(review(orderId, paymentId), form, amount, errors));
    }

    /** Throws 404 if the payment is that of another order. */
    private ReviewedOrder review(long orderId, long paymentId) {
        var order = orders.order(orderId);
        var answer = payments.payment(paymentId);
        var payment = requireNonNull(answer.getBody());
        if (payment.order().orderId() != orderId) {
            throw Problem.notFound("payment", paymentId);
        }
        return new ReviewedOrder(order, answer.getHeaders().getETag(), payment, true);
    }

    private FormErrors wrongAmount() {
        var text = messages.getMessage("desk.aftersale.refund.wrong-amount", null, LocaleContextHolder.getLocale());
        return new FormErrors(Map.of("amount", text), "");
    }

    /** @param amount what is refunded; null if it must still be typed */
    private static ModelAndView show(
            ReviewedOrder reviewed, RefundForm form, @Nullable BigDecimal amount, FormErrors errors) {
        return new ModelAndView("desk/aftersale/refund")
                .addObject("reviewed", reviewed)
                .addObject("form", form)
                .addObject("amount", amount)
                .addObject(FormSubmission.KEY, form.fields().key())
                .addObject("errors", errors);
    }
}
