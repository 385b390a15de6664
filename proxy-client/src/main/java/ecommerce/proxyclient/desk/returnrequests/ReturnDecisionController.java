package ecommerce.proxyclient.desk.returnrequests;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.desk.aftersale.ReviewedOrders;
import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.desk.change.TypedFields;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.orderclient.OrderHistoryClient;
import ecommerce.proxyclient.orderclient.ReturnRequestClient;
import ecommerce.proxyclient.orderclient.ReturnRequestClient.ReceivedReturn;
import ecommerce.proxyclient.orderclient.ReturnRequestClient.RefusedReturn;
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

/** Shows a return request and takes the decisions of staff. order-service takes each decision once. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/app/desk/orders/{orderId}/return-requests/{amendmentId}")
class ReturnDecisionController {

    private final ReviewedOrders orders;
    private final OrderHistoryClient history;
    private final ReturnRequestClient requests;
    private final FormSubmission submission;

    ReturnDecisionController(
            ReviewedOrders orders,
            OrderHistoryClient history,
            ReturnRequestClient requests,
            FormSubmission submission) {
        this.orders = orders;
        this.history = history;
        this.requests = requests;
        this.submission = submission;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable long orderId, @PathVariable long amendmentId, @RequestParam Map<String, String> fields) {
        return show(orderId, amendmentId, new TypedFields(fields), FormErrors.NONE);
    }

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable long orderId, @PathVariable long amendmentId, ServletWebRequest request) {
        var sent = form(orderId, amendmentId, request);
        return submission.press(sent, () -> {
            requests.accept(orderId, amendmentId);
            sent.session().tell("desk.returns.accepted");
        });
    }

    @PostMapping("/refuse")
    ModelAndView refuse(@PathVariable long orderId, @PathVariable long amendmentId, ServletWebRequest request) {
        var sent = form(orderId, amendmentId, request);
        return submission.send(
                sent,
                () -> {
                    requests.refuse(orderId, amendmentId, new RefusedReturn(sent.value("reason")));
                    sent.session().tell("desk.returns.refused");
                    return sent.record();
                },
                errors -> show(orderId, amendmentId, sent.fields(), errors));
    }

    @PostMapping("/receive")
    ModelAndView receive(@PathVariable long orderId, @PathVariable long amendmentId, ServletWebRequest request) {
        var sent = form(orderId, amendmentId, request);
        var restock = !sent.value("restock").equals("false");
        return submission.send(
                sent,
                () -> {
                    requests.receive(orderId, amendmentId, new ReceivedReturn(restock));
                    sent.session().tell("desk.returns.received");
                    return sent.record();
                },
                errors -> show(orderId, amendmentId, sent.fields(), errors));
    }

    private static SentForm form(long orderId, long amendmentId, ServletWebRequest request) {
        return SentForm.of(request, ReturnRequestPage.path(orderId, amendmentId));
    }

    private ModelAndView show(long orderId, long amendmentId, TypedFields fields, FormErrors errors) {
        var reviewed = orders.read(orderId);
        var found = Listing.all(page -> history.amendments(orderId, Listing.LARGEST, page)).stream()
                .filter(amendment -> amendment.isReturn() && amendment.amendmentId() == amendmentId)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("return request", amendmentId));
        return new ModelAndView("desk/returnrequests/request")
                .addObject("details", new ReturnRequestPage(reviewed, found))
                .addObject("fields", fields)
                .addObject("errors", errors);
    }
}
