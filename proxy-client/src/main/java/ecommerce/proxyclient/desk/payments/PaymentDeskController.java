package ecommerce.proxyclient.desk.payments;

import ecommerce.proxyclient.listing.ListQuery;
import ecommerce.proxyclient.paymentclient.PaymentSearchClient;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the payments and the refunds of all orders. The newest come first, unless staff sort otherwise. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class PaymentDeskController {

    private static final String PAYMENTS = "/app/desk/payments";
    private static final String REFUNDS = "/app/desk/refunds";
    private static final String SORT = "sort";
    private static final List<String> NEWEST_FIRST = List.of("createdAt,desc");

    private final PaymentSearchClient payments;

    PaymentDeskController(PaymentSearchClient payments) {
        this.payments = payments;
    }

    @GetMapping(PAYMENTS)
    String payments(@RequestParam Map<String, String> parameters, Model model) {
        var query = ListQuery.of(PAYMENTS, parameters, "orderId", "userId", "paymentStatus", SORT);
        var request = query.request();
        request.putIfAbsent(SORT, NEWEST_FIRST);
        model.addAttribute("query", query);
        model.addAttribute("payments", payments.payments(request));
        return "desk/payments/payments";
    }

    @GetMapping(REFUNDS)
    String refunds(@RequestParam Map<String, String> parameters, Model model) {
        var query = ListQuery.of(REFUNDS, parameters, "refundStatus", SORT);
        var request = query.request();
        request.putIfAbsent(SORT, NEWEST_FIRST);
        model.addAttribute("query", query);
        model.addAttribute("refunds", payments.refunds(request));
        return "desk/payments/refunds";
    }
}
