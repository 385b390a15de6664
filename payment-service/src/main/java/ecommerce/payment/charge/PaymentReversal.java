package ecommerce.payment.charge;

import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.refund.RefundSettlement;
import org.springframework.stereotype.Service;

/** Gives an order's money back, whatever is known of it: lets it go where it wasn't taken, refunds it where it was. */
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

    /** May be repeated, and gives nothing back twice; 409 where the provider refuses a refund. */
    Payment reverse(long orderId, String reason, String by) {
        var payment = transitions.findOrVoid(orderId);
        return switch (payment.status()) {
            case PENDING, VOIDED -> letGo(orderId, reason, by);
            case AUTHORISED -> letGoUnlessTaken(payment, reason, by);
            case CAPTURED, REFUNDED -> refunds.refundRest(orderId, reason, by);
            case DECLINED -> payment;
        };
    }

    /** Void here first, so that an authorisation that is still under way finds it so. */
    private Payment letGo(long orderId, String reason, String by) {
        var payment = transitions.voidUnconfirmed(orderId);
        if (payment.status() != PaymentStatus.VOIDED) {
            // The provider had spoken just before, so that there is something else to give back, or nothing.
            return reverse(orderId, reason, by);
        }
        confirmVoid(orderId);
        return payment;
    }

    /** A capture that was never answered may have been made: the provider knows. */
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

    /** Tells the provider of a void that it may not know of; 503 if it doesn't answer. */
    void confirmVoid(long orderId) {
        var payment = transitions.find(orderId);
        if (payment.isVoidUnconfirmed()) {
            var reference = payment.reference();
            provider.tell(told -> told.voidAuthorisation(reference));
            // A capture may have overtaken the void.
            provider.ask(asked -> asked.find(reference))
                    .filter(Charge.Captured.class::isInstance)
                    .ifPresentOrElse(charge -> word.apply(orderId, charge), () -> transitions.confirmVoid(payment));
        }
    }
}
