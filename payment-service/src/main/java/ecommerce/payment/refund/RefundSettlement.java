package ecommerce.payment.refund;

import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentRepository;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.provider.ProviderRefusedException;
import java.math.BigDecimal;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

/** Carries out requested refunds. Calls the provider between two transactions and under the refund's own reference. */
@Service
public class RefundSettlement {

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

    /**
     * Refunds the rest of an order's payment, after carrying out its pending refunds. Throws 409 with the payment's
     * status if the provider refuses. Then the customer hasn't been refunded in full.
     */
    public Payment refundRest(long orderId, String reason, String by) {
        settlePending(find(orderId).paymentId());
        // The rest includes pending refunds that have just failed.
        requests.requestRest(orderId, reason, by).ifPresent(refund -> settle(refund.refundId()));
        var payment = find(orderId);
        var balance = ledger.balance(payment.paymentId());
        if (balance.refunded().compareTo(balance.captured()) < 0) {
            throw payment.refused("isn't refunded in full: the provider has refunded %s of %s"
                    .formatted(balance.refunded(), balance.captured()));
        }
        return payment;
    }

    /** Refunds a part of an order's payment. The refund stays pending if the provider doesn't answer. */
    public Refund refundPart(long orderId, UUID reference, BigDecimal amount, String reason, String by) {
        var refund = requests.requestPart(orderId, reference, amount, reason, by);
        try {
            settle(refund.refundId());
        } catch (ErrorResponseException noAnswer) {
            log.warn("Refund {} is pending and will be retried: {}", refund.refundId(), noAnswer.getMessage());
        }
        return refunds.findById(refund.refundId()).orElseThrow();
    }

    private Payment find(long orderId) {
        return payments.findByOrderId(orderId).orElseThrow();
    }

    public void settlePending(long paymentId) {
        refunds.findByPaymentIdAndStatus(paymentId, RefundStatus.PENDING).forEach(refund -> settle(refund.refundId()));
    }

    /** Carries out a refund if it is pending. Throws 503 if the provider doesn't answer. */
    public void settle(long refundId) {
        var refund = refunds.findById(refundId).orElseThrow();
        if (!refund.isPending()) {
            return;
        }
        var payment = payments.findById(refund.paymentId()).orElseThrow();
        try {
            provider.tell(told -> told.refund(payment.reference(), refund.reference(), refund.amount()));
            transaction.executeWithoutResult(status -> succeed(refundId, payment.paymentId()));
        } catch (ProviderRefusedException e) {
            log.warn("The provider refused refund {} of payment {}: {}", refundId, payment.paymentId(), e.getMessage());
            transaction.executeWithoutResult(
                    status -> fail(refundId, payment.paymentId(), String.valueOf(e.getMessage())));
        }
    }

    private void succeed(long refundId, long paymentId) {
        var payment = payments.lock(paymentId).orElseThrow();
        var refund = refunds.findById(refundId).orElseThrow();
        if (refund.isPending()) {
            requests.succeed(refund, payment);
        }
    }

    private void fail(long refundId, long paymentId, String why) {
        var _ = payments.lock(paymentId).orElseThrow();
        var refund = refunds.findById(refundId).orElseThrow();
        if (refund.isPending()) {
            refund.fail(why);
        }
    }
}
