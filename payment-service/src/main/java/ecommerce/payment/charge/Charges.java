package ecommerce.payment.charge;

import ecommerce.defaults.problem.Problem;
import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.provider.ProviderRefusedException;
import ecommerce.payment.refund.RefundSettlement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

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
        var begun = transitions.begin(orderId, userId, amount);
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

    /** Captures the payment once. Throws 409 with the payment's status if it can't be captured. */
    Payment capture(long orderId) {
        var payment = transitions.find(orderId);
        payment.requireCapturable();
        if (payment.status() == PaymentStatus.AUTHORISED) {
            try {
                provider.tell(told -> told.capture(payment.reference()));
            } catch (ProviderRefusedException e) {
                throw refused(payment, e);
            }
        }
        return transitions.apply(orderId, Payment::capture);
    }

    /**
     * Returns the exception for a refused capture. Reads the state of the charge first, because the provider may have
     * voided it.
     */
    private RuntimeException refused(Payment payment, ProviderRefusedException refusal) {
        var now = provider.ask(asked -> asked.find(payment.reference()))
                .map(charge -> word.apply(payment.orderId(), charge))
                .orElse(payment);
        return now.refused("can't be captured: " + refusal.getMessage());
    }

    /**
     * Updates the payment and its refunds to the state that the provider reports. Can be called at any time and in any
     * order. Throws 404 if the reference is unknown.
     */
    public void sync(UUID reference) {
        var payment = transitions.findByReference(reference).orElseThrow(() -> Problem.notFound("payment", reference));
        provider.ask(asked -> asked.find(reference)).ifPresent(charge -> word.apply(payment.orderId(), charge));
        refunds.settlePending(payment.paymentId());
    }
}
