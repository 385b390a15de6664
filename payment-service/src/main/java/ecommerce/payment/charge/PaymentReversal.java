package ecommerce.payment.charge;

import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.ProviderCalls;
import ecommerce.payment.refund.RefundSettlement;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;

/** Reverses an order's payment: voids it if it isn't captured, and refunds it if it is. */
@Service
class PaymentReversal {

    private final ChargeTransitions transitions;
    private final ProviderReports word;
    private final RefundSettlement refunds;
    private final PaymentLedger ledger;
    private final ProviderCalls provider;

    PaymentReversal(
            ChargeTransitions transitions,
            ProviderReports word,
            RefundSettlement refunds,
            PaymentLedger ledger,
            ProviderCalls provider) {
        this.transitions = transitions;
        this.word = word;
        this.refunds = refunds;
        this.ledger = ledger;
        this.provider = provider;
    }

    /**
     * Reverses the payment. Idempotent. Throws 409 if the provider refuses a refund. Voids the payment in the database
     * before the provider is told, so that an authorisation or a capture that is still running finds it voided.
     */
    Payment reverse(long orderId, String reason, String by) {
        var payment = transitions.voidUnconfirmed(orderId);
        if (payment.status() == PaymentStatus.VOIDED) {
            confirmVoid(orderId);
            // The provider may have captured the charge before it was told.
            payment = transitions.find(orderId);
        }
        return switch (payment.status()) {
            case CAPTURED, REFUNDED -> refunds.refundRest(orderId, reason, by);
            case PENDING, AUTHORISED, VOIDED, DECLINED -> payment;
        };
    }

    /** @param pendingAmount the sum of refunds that are requested but not made */
    record VoidAttempt(Payment payment, BigDecimal pendingAmount) {}

    /**
     * Voids the payment unless it is captured. A durable task tells the provider. If the provider has captured the
     * charge after all, it is refunded.
     */
    VoidAttempt voidUnlessCaptured(long orderId) {
        var payment = transitions.voidUnconfirmed(orderId);
        return new VoidAttempt(payment, ledger.balance(payment.paymentId()).pending());
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
