package ecommerce.proxyclient.paymentclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Reads payments with their ledger and their refunds for staff, and refunds parts of them. */
@HttpExchange("/api/payments")
public interface RefundClient {

    /**
     * A payment.
     *
     * @param paymentStatus one of payment-service's statuses; later versions may add some
     * @param refundedAmount the amount that was returned
     * @param pendingRefundAmount the amount of refunds that aren't settled yet
     * @param ledger null in a list
     */
    record PaymentAccount(
            long paymentId,
            String paymentStatus,
            BigDecimal amount,
            BigDecimal capturedAmount,
            BigDecimal refundedAmount,
            BigDecimal pendingRefundAmount,
            @Nullable String declineReason,
            OrderReference order,
            @Nullable List<LedgerEntry> ledger) {

        /** Returns the amount that can still be refunded; 0 if nothing was captured. */
        public BigDecimal refundableAmount() {
            return capturedAmount
                    .subtract(refundedAmount)
                    .subtract(pendingRefundAmount)
                    .max(BigDecimal.ZERO);
        }

        public boolean isCaptured() {
            return capturedAmount.signum() > 0;
        }
    }

    record OrderReference(long orderId) {}

    record LedgerEntry(Instant at, String entry, BigDecimal amount) {}

    /** @param refundStatus {@code PENDING}, {@code SUCCEEDED} or {@code FAILED}; later versions may add some */
    record Refund(
            long refundId,
            BigDecimal amount,
            String reason,
            String refundStatus,
            Instant createdAt,
            @Nullable Instant settledAt,
            @Nullable String failure) {}

    record NewRefund(BigDecimal amount, String reason) {}

    /** What somebody did with the payment, from the audit log. */
    record PaymentAction(RequestedRefund details) {}

    /**
     * The details of a refund's request; null for other actions.
     *
     * @param by who has requested it
     */
    record RequestedRefund(
            @Nullable Long refundId, @Nullable String by) {}

    @GetExchange
    Listing<PaymentAccount> payments(@RequestParam long orderId, @RequestParam int size, @RequestParam int page);

    /** Returns the payment with its {@code ETag}. */
    @GetExchange("/{paymentId}")
    ResponseEntity<PaymentAccount> payment(@PathVariable long paymentId);

    @GetExchange("/{paymentId}/refunds")
    Listing<Refund> refunds(@PathVariable long paymentId, @RequestParam int size, @RequestParam int page);

    /**
     * Refunds a part of the payment, once under the key.
     *
     * @param ifMatch the {@code ETag} of the payment that staff have seen
     */
    @PostExchange("/{paymentId}/refunds")
    void refund(
            @PathVariable long paymentId,
            @RequestBody NewRefund refund,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch);

    @GetExchange("/audit?subjectType=payment")
    Listing<PaymentAction> actions(@RequestParam long subjectId, @RequestParam int size, @RequestParam int page);
}
