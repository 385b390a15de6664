package ecommerce.payment.charge;

import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.refund.RefundSettlement;
import org.springframework.stereotype.Service;

/** Reverses an order's payment: voids it if it isn't captured, and refunds it if it is. */
@Service
class PaymentReversal {

    private final ChargeTransitions transitions;
    private final ProviderReports word;
    private final RefundSettlement refunds;
    private final ProviderCalls provider;

    PaymentReversal(
            ChargeTransitions transitions, ProviderReports word, RefundSettlement refunds, ProviderCalls provider) {
        this.transitions = transitions;
        this.word = word;
        this.refunds = refunds;
        this.provider = provider;
    }

    /** Reverses the payment. Idempotent. Throws 409 if the provider refuses a refund. */
    Payment reverse(long orderId, String reason, String by) {
        var payment = transitions.findOrVoid(orderId);
        return switch (payment.status()) {
            case PENDING, VOIDED -> letGo(orderId, reason, by);
            case AUTHORISED -> letGoUnlessTaken(payment, reason, by);
            case CAPTURED, REFUNDED -> refunds.refundRest(orderId, reason, by);
            case DECLINED -> payment;
        };
    }

    /**
     * Voids the payment in the database before the provider is told, so that an authorisation that is still running
     * finds it voided.
     */
    private Payment letGo(long orderId, String reason, String by) {
        var payment = transitions.voidUnconfirmed(orderId);
        if (payment.status() != PaymentStatus.VOIDED) {
            // The provider has just decided the payment, so another action is needed.
            return reverse(orderId, reason, by);
        }
        confirmVoid(orderId);
        return payment;
    }

    /**
     * Voids an authorised payment, or refunds it if it is captured. A capture without an answer may have been made, so
     * the state of the charge is read from the provider.
     */
    private Payment letGoUnlessTaken(Payment payment, String reason, String by) {
        var reference = payment.reference();
        provider.tell(told -> told.voidAuthorisation(reference));
        var charge = provider.ask(asked -> asked.find(reference));
        if (charge.orElse(null) instanceof Charge.Captured captured) {
            word.apply(payment.orderId(), captured);
            return refunds.refundRest(payment.orderId(), reason, by);
        }
        return transitions.apply(payment.orderId(), current -> {
            current.confirmVoid(true);
            return current.voidIt();
        });
    }

    /** Tells the provider of a void that it hasn't confirmed. Throws 503 if the provider doesn't answer. */
    void confirmVoid(long orderId) {
        var payment = transitions.find(orderId);
        if (payment.isVoidUnconfirmed()) {
            var reference = payment.reference();
            provider.tell(told -> told.voidAuthorisation(reference));
            // The charge may have been captured before the void arrived.
            provider.ask(asked -> asked.find(reference))
                    .filter(Charge.Captured.class::isInstance)
                    .ifPresentOrElse(charge -> word.apply(orderId, charge), () -> transitions.confirmVoid(payment));
        }
    }
}
