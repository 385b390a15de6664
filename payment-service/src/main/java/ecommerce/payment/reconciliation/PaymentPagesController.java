package ecommerce.payment.reconciliation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists all payments for order-service's reconciliation, in pages sorted by order id. */
@RestController
@Hidden
class PaymentPagesController {

    private final PaymentPages book;

    PaymentPagesController(PaymentPages book) {
        this.book = book;
    }

    record PaymentList(List<PaymentPages.Line> collection) {}

    @GetMapping("/internal/payments")
    PaymentList list(
            @RequestParam(defaultValue = "0") long afterOrderId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long upToOrderId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        return new PaymentList(book.find(afterOrderId, upToOrderId, size));
    }

    /** Lists the payments of the given orders. */
    @GetMapping("/internal/payments/lookup")
    PaymentList lookUp(@RequestParam @Size(min = 1, max = 500) List<Long> orderIds) {
        return new PaymentList(book.find(orderIds));
    }
}
