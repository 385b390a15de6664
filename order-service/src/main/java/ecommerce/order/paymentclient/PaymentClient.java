package ecommerce.order.paymentclient;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal/payments")
public interface PaymentClient {

    record Authorisation(long userId, BigDecimal amount, String paymentToken) {

        @Override
        public String toString() {
            return "Authorisation[userId=%d, amount=%s]".formatted(userId, amount);
        }
    }

    record Payment(String paymentStatus, @Nullable String declineReason) {}

    /**
     * A payment after {@link #voidUnlessCaptured}.
     *
     * @param pendingAmount the sum of refunds that are requested but not made, so the customer will still get them
     */
    record VoidAnswer(String paymentStatus, BigDecimal pendingAmount) {

        public boolean isCaptured() {
            return paymentStatus.equals("CAPTURED");
        }

        public boolean hasPending() {
            return pendingAmount.signum() > 0;
        }
    }

    /**
     * @param reason shown on the customer's statement
     * @param by who has ordered the reversal, or null if a step of the order did
     */
    record Reversal(String reason, @Nullable String by) {}

    /** The body of a 409 that is a refusal. Retrying can't help. */
    record Refusal(@Nullable String paymentStatus) {

        /** Returns the payment's status, or null if the conflict isn't a refusal. */
        public static @Nullable String statusOf(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Refusal.class);
            return body == null ? null : body.paymentStatus();
        }
    }

    /** @param by who has ordered the refund */
    record RefundRequest(BigDecimal amount, String reason, String by) {}

    record Refund(String refundStatus) {}

    /**
     * The body of a 409 to {@link #refund}.
     *
     * @param refundableAmount the largest amount that can be refunded
     * @param pendingAmount the sum of refunds that are requested but not made, so they may still fail
     */
    record Refundable(
            @Nullable BigDecimal refundableAmount, @Nullable BigDecimal pendingAmount) {

        public static @Nullable Refundable of(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Refundable.class);
            return body == null || body.refundableAmount() == null ? null : body;
        }

        public boolean hasPending() {
            return pendingAmount != null && pendingAmount.signum() > 0;
        }
    }

    record BookLine(
            long orderId,
            String paymentStatus,
            BigDecimal amount,
            BigDecimal capturedAmount,
            BigDecimal refundedAmount) {}

    record BookPage(List<BookLine> collection) {}

    @PutExchange("/{orderId}")
    Payment authorise(@PathVariable long orderId, @RequestBody Authorisation authorisation);

    @PostExchange("/{orderId}/capture")
    void capture(@PathVariable long orderId);

    /**
     * Voids the payment unless it is captured, without waiting for the provider. A payment that is voided can't be
     * captured.
     */
    @PostExchange("/{orderId}/void")
    VoidAnswer voidUnlessCaptured(@PathVariable long orderId);

    /** Voids an authorised payment, and refunds the rest of a captured payment. */
    @PostExchange("/{orderId}/reverse")
    void reverse(@PathVariable long orderId, @RequestBody Reversal reversal);

    /** Refunds a part of a captured payment. Responds with 409 and {@link Refundable} if the amount is too large. */
    @PutExchange("/{orderId}/refunds/{reference}")
    Refund refund(@PathVariable long orderId, @PathVariable UUID reference, @RequestBody RefundRequest request);

    /** Finds the payments of up to 500 orders. The ids are joined by commas. Orders without a payment are left out. */
    @GetExchange("/lookup")
    BookPage lookUp(@RequestParam String orderIds);

    /** A refund or dispute, with the current sums of its payment. */
    record Change(long cursor, long orderId, BigDecimal capturedAmount, BigDecimal refundedAmount) {}

    record ChangeList(List<Change> collection) {}

    /** Lists refunds and disputes after a cursor, the oldest first. */
    @GetExchange("/changes")
    ChangeList changes(@RequestParam long after, @RequestParam int size);

    /** Lists payments in pages, sorted by order id. */
    @GetExchange
    BookPage book(@RequestParam long afterOrderId, @RequestParam long upToOrderId, @RequestParam int size);
}
