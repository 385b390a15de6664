package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.desk.aftersale.ReviewedOrders;
import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.orderclient.AfterSaleClient;
import ecommerce.proxyclient.orderclient.AfterSaleClient.Description;
import ecommerce.proxyclient.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Changes the customer's note of an order. If somebody else has changed the order, the form shows both texts. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping(OrderSearch.PATH + "/{orderId}/description")
class DescriptionController {

    private static final String FIELD = "orderDesc";

    private final ReviewedOrders orders;
    private final AfterSaleClient afterSale;
    private final FormSubmission submission;

    DescriptionController(ReviewedOrders orders, AfterSaleClient afterSale, FormSubmission submission) {
        this.orders = orders;
        this.afterSale = afterSale;
        this.submission = submission;
    }

    @GetMapping
    ModelAndView page(@PathVariable long orderId) {
        return show(orderId, null, FormErrors.NONE);
    }

    @PostMapping
    ModelAndView change(@PathVariable long orderId, ServletWebRequest request) {
        var sent = SentForm.of(request, ReviewedOrders.page(orderId));
        return submission.send(
                sent,
                () -> {
                    var description = new Description(sent.fields().valueOrNull(FIELD));
                    afterSale.describe(orderId, description, sent.fields().etag());
                    sent.session().tell("desk.orders.described");
                    return sent.record();
                },
                errors -> show(orderId, sent.value(FIELD), errors));
    }

    /** @param typed what was typed; null for the stored text */
    private ModelAndView show(long orderId, @Nullable String typed, FormErrors errors) {
        var reviewed = orders.read(orderId);
        var stored = OrderSearch.value(reviewed.order().orderDesc());
        return new ModelAndView("desk/orders/description")
                .addObject("reviewed", reviewed)
                .addObject("stored", stored)
                .addObject("typed", typed == null ? stored : typed)
                .addObject("errors", errors);
    }
}
