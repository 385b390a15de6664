package ecommerce.payment.refund;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refund in API responses. */
record RefundResponse(
        long refundId,
        long paymentId,
        BigDecimal amount,
        String reason,
        RefundStatus refundStatus,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String failure) {

    static RefundResponse of(Refund refund) {
        return new RefundResponse(
                refund.refundId(),
                refund.paymentId(),
                refund.amount(),
                refund.reason(),
                refund.status(),
                refund.createdAt(),
                refund.settledAt(),
                refund.failure());
    }
}
