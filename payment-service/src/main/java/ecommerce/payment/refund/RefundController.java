package ecommerce.payment.refund;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
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
@RequestMapping("/api/payments/{paymentId}/refunds")
@Tag(name = "payments")
class RefundController {

    private final RefundRequests requests;
    private final RefundQueries refunds;

    RefundController(RefundRequests requests, RefundQueries refunds) {
        this.requests = requests;
        this.refunds = refunds;
    }

    record RefundRequest(
            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotBlank @Size(max = 255) String reason) {

        /** Returns a text that is equal for equal requests, whatever their JSON looks like. */
        String canonical(long paymentId) {
            return "%d|%s|%s".formatted(paymentId, amount.stripTrailingZeros().toPlainString(), reason);
        }
    }

    /** Requests a refund. Responds as soon as the refund is stored; it is carried out right afterwards. */
    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RefundResponse.class)))
    ResponseEntity<String> refund(
            @PathVariable long paymentId,
            @Valid @RequestBody RefundRequest request,
            @RequestHeader("Idempotency-Key")
                    @Pattern(regexp = IdempotencyKeys.FORM, message = IdempotencyKeys.FORM_MESSAGE)
                    String idempotencyKey,
            @AuthenticationPrincipal Caller caller) {
        var key = Key.of(caller.userId(), idempotencyKey, request.canonical(paymentId));
        return requests.request(paymentId, request.amount(), request.reason(), key, caller.username())
                .toResponse();
    }

    @GetMapping
    PageResponse<RefundResponse> list(
            @PathVariable long paymentId, @ParameterObject Pageable pageable, @AuthenticationPrincipal Caller caller) {
        return refunds.search(paymentId, pageable, caller);
    }

    @GetMapping("/{refundId}")
    RefundResponse get(
            @PathVariable long paymentId, @PathVariable long refundId, @AuthenticationPrincipal Caller caller) {
        return refunds.find(paymentId, refundId, caller);
    }
}
