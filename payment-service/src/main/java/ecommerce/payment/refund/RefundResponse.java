package ecommerce.payment.refund;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund in API responses.
 *
 * @param orderId the order of the payment; absent in an answer of the previous version that is repeated
 */
record RefundResponse(
        long refundId,
        long paymentId,
        @Nullable Long orderId,
        BigDecimal amount,
        String reason,
        RefundStatus refundStatus,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String failure) {

    static RefundResponse of(Refund refund, long orderId) {
        return new RefundResponse(
                refund.refundId(),
                refund.paymentId(),
                orderId,
                refund.amount(),
                refund.reason(),
                refund.status(),
                refund.createdAt(),
                refund.settledAt(),
                refund.failure());
    }
}
