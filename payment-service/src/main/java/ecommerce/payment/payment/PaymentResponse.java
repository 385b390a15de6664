package ecommerce.payment.payment;

import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.ledger.PaymentStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment in API responses.
 *
 * @param refundedAmount the amount that was returned; pending and failed refunds don't count
 * @param ledger null in a list
 */
record PaymentResponse(
        long paymentId,
        PaymentStatus paymentStatus,
        boolean isPayed,
        BigDecimal amount,
        BigDecimal capturedAmount,
        BigDecimal refundedAmount,
        BigDecimal pendingRefundAmount,
        @Nullable Long userId,
        @Nullable String declineReason,
        Instant createdAt,
        OrderReference order,
        @Nullable List<LedgerEntry> ledger) {

    record OrderReference(long orderId) {}

    record LedgerEntry(Instant at, PaymentStatus entry, BigDecimal amount) {}

    static PaymentResponse of(
            Payment payment, PaymentLedger.Balance balance, @Nullable List<PaymentLedger.Entry> entries) {
        return new PaymentResponse(
                payment.paymentId(),
                payment.status(),
                payment.status() == PaymentStatus.CAPTURED,
                payment.amount(),
                balance.captured(),
                balance.refunded(),
                balance.pending(),
                payment.userId(),
                payment.declineReason(),
                payment.createdAt(),
                new OrderReference(payment.orderId()),
                entries == null
                        ? null
                        : entries.stream()
                                .map(entry -> new LedgerEntry(entry.at(), entry.entry(), entry.amount()))
                                .toList());
    }
}
