package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.orderclient.OrderSearchClient;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.session.BrowserSession;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Retries all flagged orders of a list. order-service limits the number of a request, so staff may repeat it. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class FlaggedOrdersController {

    static final String PATH = "/app/desk/orders/retry";

    private static final String FLAGGED = "NEEDS_ATTENTION";

    private final OrderSearchClient orders;
    private final FormSubmission submission;
    private final ZoneId zone;

    FlaggedOrdersController(OrderSearchClient orders, FormSubmission submission, PageProperties page) {
        this.orders = orders;
        this.submission = submission;
        this.zone = ZoneId.of(page.timeZone());
    }

    /** @param after the last order that was retried before */
    @GetMapping(PATH)
    ModelAndView confirm(
            @ModelAttribute("search") OrderSearch search, @RequestParam(required = false) @Nullable String after) {
        return show(search, after, FormErrors.NONE);
    }

    @PostMapping(PATH)
    ModelAndView retry(
            @ModelAttribute("search") OrderSearch search,
            @RequestParam(required = false) @Nullable String after,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            ServletWebRequest request) {
        var form = SentForm.of(request, search.at(0));
        return submission.send(form, () -> retry(search, after, session), errors -> show(search, after, errors));
    }

    /** Retries orders. Redirects to the list, or to the page that retries the orders that are left. */
    private String retry(OrderSearch search, @Nullable String after, BrowserSession session) {
        var filter = search.flagged(zone);
        if (StringUtils.hasText(after)) {
            filter.set("after", after);
        }
        var retried = orders.retry(filter);
        var number = Integer.toString(retried.retried());
        if (retried.next() == null) {
            session.tell("desk.orders.retried", number);
            return search.at(0);
        }
        session.tell("desk.orders.retried-some", number);
        var address = search.retryAddress();
        return address + (address.contains("?") ? "&" : "?") + "after=" + retried.next();
    }

    private ModelAndView show(OrderSearch search, @Nullable String after, FormErrors errors) {
        var filter = search.flagged(zone);
        filter.set("orderStatus", FLAGGED);
        filter.set("size", "1");
        return new ModelAndView("desk/orders/retry")
                .addObject("search", search)
                .addObject("after", OrderSearch.value(after))
                .addObject("flagged", orders.search(filter).page().totalElements())
                .addObject("errors", errors);
    }
}
