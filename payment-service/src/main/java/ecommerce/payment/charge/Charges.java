package ecommerce.payment.charge;

import ecommerce.defaults.problem.Problem;
import ecommerce.payment.charge.ChargeTransitions.Begun;
import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentRefusedException;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.provider.ProviderRefusedException;
import ecommerce.payment.refund.RefundSettlement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/**
 * Charges each order once. Calls the provider between transactions and under our own reference. If a call gets no
 * answer, the next attempt first reads the state of the charge.
 */
@Service
public class Charges {

    private final ChargeTransitions transitions;
    private final ProviderReports word;
    private final RefundSettlement refunds;
    private final ProviderCalls provider;

    Charges(ChargeTransitions transitions, ProviderReports word, RefundSettlement refunds, ProviderCalls provider) {
        this.transitions = transitions;
        this.word = word;
        this.refunds = refunds;
        this.provider = provider;
    }

    /**
     * Authorises the order's payment. Returns the existing payment if it is already decided. Throws 422 if the order
     * has a payment for another amount or user.
     */
    Payment authorise(long orderId, long userId, BigDecimal amount, String paymentToken) {
        var begun = begin(orderId, userId, amount);
        var payment = begun.payment();
        if (payment.status() == PaymentStatus.VOIDED) {
            return payment;
        }
        if (!payment.isFor(userId, amount)) {
            throw Problem.unprocessable("Order %d already has a payment for another amount or user".formatted(orderId));
        }
        if (payment.status() != PaymentStatus.PENDING) {
            return payment;
        }
        var reference = payment.reference();
        var charge = provider.ask(asked -> (begun.isNew() ? Optional.<Charge>empty() : asked.find(reference))
                .orElseGet(() -> asked.authorise(reference, amount, paymentToken)));
        return word.apply(orderId, charge);
    }

    private Begun begin(long orderId, long userId, BigDecimal amount) {
        try {
            return transitions.begin(orderId, userId, amount);
        } catch (DataIntegrityViolationException concurrent) {
            // Finds the payment that another request of the order has begun at the same time.
            return transitions.begin(orderId, userId, amount);
        }
    }

    /**
     * Captures the payment once. Throws 409 with the payment's status if it can't be captured. Throws 503 if the
     * provider doesn't answer; the capture is then pending.
     */
    Payment capture(long orderId) {
        var payment = transitions.requestCapture(orderId);
        if (payment.status() == PaymentStatus.CAPTURED) {
            return payment;
        }
        try {
            provider.tell(told -> told.capture(payment.reference()));
        } catch (ProviderRefusedException e) {
            requireCaptured(payment, e);
        }
        return enterCapture(payment);
    }

    /**
     * Reads the state of the charge after the provider has refused to capture it, because an earlier request may have
     * captured it, or the provider may have voided it. Throws unless it is captured; the capture is then not pending.
     */
    private void requireCaptured(Payment payment, ProviderRefusedException refusal) {
        var now = read(payment);
        if (now.status() != PaymentStatus.CAPTURED) {
            transitions.withdrawCapture(payment.orderId());
            throw now.refused("can't be captured: " + refusal.getMessage());
        }
    }

    /** Records a capture. If the payment was voided during the call, the capture is refunded, and this throws 409. */
    private Payment enterCapture(Payment payment) {
        try {
            return transitions.capture(payment.orderId());
        } catch (PaymentRefusedException withdrawn) {
            enterWithdrawn(payment);
            throw withdrawn;
        }
    }

    /**
     * Applies what the provider reports of a captured charge, with the money that it has refunded by itself. If it
     * doesn't answer, the capture is applied nevertheless, because nothing else may make the shop read this charge.
     */
    private void enterWithdrawn(Payment payment) {
        try {
            read(payment);
        } catch (ErrorResponseException noAnswer) {
            word.apply(payment.orderId(), new Charge.Captured(List.of()));
        }
    }

    /**
     * Records the outcome of a pending capture. Doesn't capture by itself: only a request of the order does, because
     * only order-service knows whether the order still wants it. Throws 503 if the outcome isn't known yet.
     */
    void settleCapture(long paymentId) {
        transitions.findCapturePending(paymentId).ifPresent(pending -> {
            if (read(pending).isCapturePending()) {
                throw Problem.unavailable("The capture of payment %d is pending".formatted(paymentId));
            }
        });
    }

    /** Updates the payment to the state of the charge at the provider. */
    private Payment read(Payment payment) {
        return provider.ask(asked -> asked.find(payment.reference()))
                .map(charge -> word.apply(payment.orderId(), charge))
                .orElse(payment);
    }

    /**
     * Updates the payment and its refunds to the state that the provider reports. Can be called at any time and in any
     * order. Throws 404 if the reference is unknown.
     */
    public void sync(UUID reference) {
        var payment = transitions.findByReference(reference).orElseThrow(() -> Problem.notFound("payment", reference));
        read(payment);
        refunds.settlePending(payment.paymentId());
    }
}
