package ecommerce.payment.charge;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentRefusedException;
import ecommerce.payment.refund.RefundSettlement;
import ecommerce.payment.refund.RefundStatus;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Authorises, captures, voids, reverses and refunds payments for order-service. Calls are idempotent. A 503 means that
 * the provider hasn't answered yet; the caller retries.
 */
@RestController
@RequestMapping("/internal/payments/{orderId}")
@Hidden
class InternalPaymentController {

    private final Charges payments;
    private final PaymentReversal reversal;
    private final RefundSettlement refunds;

    InternalPaymentController(Charges payments, PaymentReversal reversal, RefundSettlement refunds) {
        this.payments = payments;
        this.reversal = reversal;
        this.refunds = refunds;
    }

    /** @param by who has ordered the refund; the caller if absent */
    record PartRefundRequest(
            @NotNull @Positive @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotBlank @Size(max = 255) String reason,
            @Size(max = 100) @Nullable String by) {}

    record PartRefundResponse(
            long orderId,
            UUID reference,
            BigDecimal amount,
            RefundStatus refundStatus,
            @Nullable String failure) {}

    /** @param by who has ordered the reversal; the caller if absent */
    record ReverseRequest(
            @NotBlank @Size(max = 255) String reason,
            @Size(max = 100) @Nullable String by) {}

    record AuthoriseRequest(
            @NotNull Long userId,

            @NotNull @PositiveOrZero @DecimalMax("9999999999.99") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @NotBlank @Size(max = 200) String paymentToken) {

        @Override
        public String toString() {
            return "AuthoriseRequest[userId=%s, amount=%s]".formatted(userId, amount);
        }
    }

    record InternalPaymentResponse(
            long paymentId,
            long orderId,
            @Nullable Long userId,
            BigDecimal amount,
            PaymentStatus paymentStatus,
            @Nullable String declineReason) {

        static InternalPaymentResponse of(Payment payment) {
            return new InternalPaymentResponse(
                    payment.paymentId(),
                    payment.orderId(),
                    payment.userId(),
                    payment.amount(),
                    payment.status(),
                    payment.declineReason());
        }
    }

    /** @param pendingAmount the sum of refunds that are requested but not made, so the shop will still make them */
    record VoidResponse(long orderId, PaymentStatus paymentStatus, BigDecimal pendingAmount) {}

    @PutMapping
    InternalPaymentResponse authorise(@PathVariable long orderId, @Valid @RequestBody AuthoriseRequest request) {
        return InternalPaymentResponse.of(
                payments.authorise(orderId, request.userId(), request.amount(), request.paymentToken()));
    }

    @PostMapping("/capture")
    InternalPaymentResponse capture(@PathVariable long orderId) {
        return answer(() -> payments.capture(orderId));
    }

    /**
     * Voids an authorised payment, and refunds the rest of a captured payment. Responds with 409 and {@code
     * paymentStatus} if the provider refuses a refund.
     */
    @PostMapping("/reverse")
    InternalPaymentResponse reverse(
            @PathVariable long orderId,
            @Valid @RequestBody ReverseRequest request,
            @AuthenticationPrincipal Caller caller) {
        var by = Objects.requireNonNullElse(request.by(), caller.username());
        return answer(() -> reversal.reverse(orderId, request.reason(), by));
    }

    /**
     * Voids the payment unless it is captured, without waiting for the provider. A payment that is voided can't be
     * captured.
     */
    @PostMapping("/void")
    VoidResponse voidUnlessCaptured(@PathVariable long orderId) {
        var answer = reversal.voidUnlessCaptured(orderId);
        return new VoidResponse(orderId, answer.payment().status(), answer.pendingAmount());
    }

    /**
     * Refunds a part of a captured payment under the caller's reference. If the provider doesn't answer, the refund is
     * PENDING and a task retries it. A FAILED refund is attempted again. Responds with 409 and {@code refundableAmount}
     * if less can be refunded.
     */
    @PutMapping("/refunds/{reference}")
    PartRefundResponse refund(
            @PathVariable long orderId,
            @PathVariable UUID reference,
            @Valid @RequestBody PartRefundRequest request,
            @AuthenticationPrincipal Caller caller) {
        var by = Objects.requireNonNullElse(request.by(), caller.username());
        var refund = refunds.refundPart(orderId, reference, request.amount(), request.reason(), by);
        return new PartRefundResponse(orderId, reference, refund.amount(), refund.status(), refund.failure());
    }

    /** Converts a refusal to a 409 with {@code paymentStatus}, which tells order-service that retrying won't help. */
    private static InternalPaymentResponse answer(Supplier<Payment> act) {
        try {
            return InternalPaymentResponse.of(act.get());
        } catch (PaymentRefusedException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()), Map.of("paymentStatus", e.status()));
        }
    }
}
