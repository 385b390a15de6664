package ecommerce.payment.payment;

import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For order-service. Each call may be repeated; 503 means that the provider hasn't answered yet. */
@RestController
@RequestMapping("/internal/payments/{orderId}")
@Hidden
class InternalPaymentController {

    private final PaymentService payments;
    private final PaymentReversal reversal;

    InternalPaymentController(PaymentService payments, PaymentReversal reversal) {
        this.payments = payments;
        this.reversal = reversal;
    }

    record ReverseRequest(@NotBlank @Size(max = 255) String reason) {}

    record AuthoriseRequest(
            @NotNull Long userId,
            @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal amount,
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

    @PutMapping
    InternalPaymentResponse authorise(@PathVariable long orderId, @Valid @RequestBody AuthoriseRequest request) {
        return InternalPaymentResponse.of(
                payments.authorise(orderId, request.userId(), request.amount(), request.paymentToken()));
    }

    @PostMapping("/capture")
    InternalPaymentResponse capture(@PathVariable long orderId) {
        return InternalPaymentResponse.of(payments.capture(orderId));
    }

    /** Gives the money back, whatever is known of it; 409 where the provider refuses a refund. */
    @PostMapping("/reverse")
    InternalPaymentResponse reverse(
            @PathVariable long orderId,
            @Valid @RequestBody ReverseRequest request,
            @AuthenticationPrincipal Caller caller) {
        return InternalPaymentResponse.of(reversal.reverse(orderId, request.reason(), caller.username()));
    }
}
