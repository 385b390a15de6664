package ecommerce.payment.refund;

import ecommerce.defaults.idempotency.IdempotentRequests;
import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refunds a part or the whole of a payment for staff. Cancelled and returned orders are refunded automatically. */
@RestController
@SignedIn
@RequestMapping("/api/payments/{paymentId}/refunds")
@Tag(name = "payments")
class RefundController {

    private final RefundRequests requests;
    private final IdempotentRequests keys;
    private final RefundQueries refunds;
    private final RecentSignIn recentSignIn;

    RefundController(
            RefundRequests requests, IdempotentRequests keys, RefundQueries refunds, RecentSignIn recentSignIn) {
        this.requests = requests;
        this.keys = keys;
        this.refunds = refunds;
        this.recentSignIn = recentSignIn;
    }

    record RefundRequest(
            @NotNull @Positive @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotBlank @Size(max = 255) String reason) {

        /** Returns the text from which the previous version computes the request's fingerprint. */
        String previousForm(long paymentId) {
            return "%d|%s|%s".formatted(paymentId, amount.stripTrailingZeros().toPlainString(), reason);
        }
    }

    /**
     * Refunds a part or the whole of a payment, which requires a recent sign-in. Responds as soon as the refund is
     * stored; it is carried out right afterwards. Cancelled and returned orders are refunded without this request. With
     * {@code If-Match}, responds with 412 if the payment or its refunds have changed since the payment was read.
     */
    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<RefundResponse> refund(
            @PathVariable long paymentId,
            @Valid @RequestBody RefundRequest request,
            @RequestHeader("Idempotency-Key") @ValidIdempotencyKey String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        var path = "/api/payments/%d/refunds".formatted(paymentId);
        var key = keys.key(caller.userId(), idempotencyKey, path, request, request.previousForm(paymentId));
        return keys.once(
                        key,
                        RefundResponse.class,
                        () -> requests.request(paymentId, request.amount(), request.reason(), ifMatch, caller))
                .toResponse();
    }

    /** Lists the refunds of a payment. A customer sees those of the own payments. */
    @GetMapping
    PageResponse<RefundResponse> list(
            @PathVariable long paymentId, @ParameterObject Pageable pageable, @AuthenticationPrincipal Caller caller) {
        return refunds.search(paymentId, pageable, caller);
    }

    /** Shows a refund of a payment. {@code refundStatus} tells whether the provider has carried it out. */
    @GetMapping("/{refundId}")
    RefundResponse get(
            @PathVariable long paymentId, @PathVariable long refundId, @AuthenticationPrincipal Caller caller) {
        return refunds.find(paymentId, refundId, caller);
    }
}
