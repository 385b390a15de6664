package ecommerce.payment.payment;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.payment.ledger.PaymentStatus;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@RequestMapping("/api/payments")
@Tag(name = "payments")
class PaymentController {

    private final PaymentQueries payments;
    private final RepresentationTags tags;

    PaymentController(PaymentQueries payments, RepresentationTags tags) {
        this.payments = payments;
        this.tags = tags;
    }

    /**
     * Lists payments. A customer sees the own payments, staff see those of all customers. {@code orderId} selects the
     * payment of an order.
     */
    @GetMapping
    PageResponse<PaymentResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @RequestParam(required = false) @Nullable Long orderId,
            @RequestParam(required = false) @Nullable PaymentStatus paymentStatus,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        return payments.search(caller.resolveUserId(userId), orderId, paymentStatus, pageable, caller);
    }

    /** Shows a payment with its ledger. {@code declineReason} says why a declined payment was declined. */
    @GetMapping("/{paymentId}")
    ResponseEntity<PaymentResponse> get(@PathVariable long paymentId, @AuthenticationPrincipal Caller caller) {
        return tags.ok(payments.find(paymentId, caller));
    }
}
