package ecommerce.payment.payment;

import ecommerce.payment.provider.ProviderRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries promised refunds out: the provider is told between two transactions, under the refund's own reference. */
@Service
class RefundSettlement {

    private static final Logger log = LoggerFactory.getLogger(RefundSettlement.class);

    private final RefundRequests requests;
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final PaymentLedger ledger;
    private final ProviderCalls provider;
    private final TransactionTemplate transaction;

    RefundSettlement(
            RefundRequests requests,
            PaymentRepository payments,
            RefundRepository refunds,
            PaymentLedger ledger,
            ProviderCalls provider,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.provider = provider;
        this.transaction = transaction;
    }

    /** Refunds what is left of an order's payment; 409 where the provider refuses. */
    Payment refundRest(long orderId, String reason, String by) {
        var requested = requests.requestRest(orderId, reason, by);
        var payment = payments.findByOrderId(orderId).orElseThrow();
        settlePending(payment.paymentId());
        requested
                .flatMap(refund -> refunds.findById(refund.refundId()))
                .filter(refund -> refund.status() == RefundStatus.FAILED)
                .ifPresent(refund -> {
                    throw payment.refused("can't be refunded: " + refund.failure());
                });
        return payments.findByOrderId(orderId).orElseThrow();
    }

    void settlePending(long paymentId) {
        refunds.findByPaymentIdAndStatus(paymentId, RefundStatus.PENDING).forEach(refund -> settle(refund.refundId()));
    }

    /** Carries one refund out unless it has been; 503 where the provider doesn't answer. */
    void settle(long refundId) {
        var refund = refunds.findById(refundId).orElseThrow();
        if (!refund.isPending()) {
            return;
        }
        var payment = payments.findById(refund.paymentId()).orElseThrow();
        try {
            provider.tell(told -> told.refund(payment.reference(), refund.reference(), refund.amount()));
            transaction.executeWithoutResult(status -> succeed(refundId, payment.paymentId()));
        } catch (ProviderRefusedException e) {
            log.warn("The provider refuses refund {} of payment {}: {}", refundId, payment.paymentId(), e.getMessage());
            transaction.executeWithoutResult(status -> fail(refundId, payment.paymentId(), e.getMessage()));
        }
    }

    private void succeed(long refundId, long paymentId) {
        var payment = payments.lock(paymentId).orElseThrow();
        var refund = refunds.findById(refundId).orElseThrow();
        if (refund.isPending()) {
            refund.succeed();
            ledger.enter(refund);
            var balance = ledger.balance(paymentId);
            if (balance.refunded().compareTo(balance.captured()) == 0) {
                payment.refundAll();
            }
        }
    }

    private void fail(long refundId, long paymentId, String why) {
        payments.lock(paymentId).orElseThrow();
        var refund = refunds.findById(refundId).orElseThrow();
        if (refund.isPending()) {
            refund.fail(why);
        }
    }
}
