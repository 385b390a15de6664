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
 * Charges each order once. The provider is called between transactions and under our reference. If a call gets no
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

    /** The order's payment, authorised or declined now or before; 422 if it was for another amount or user. */
    Payment authorise(long orderId, long userId, BigDecimal amount, String paymentToken) {
        var begun = transitions.begin(orderId, userId, amount);
        var payment = begun.payment();
        if (payment.status() == PaymentStatus.VOIDED) {
            return payment;
        }
        if (!payment.isFor(userId, amount)) {
            throw Problem.unprocessable("Order %d has another payment".formatted(orderId));
        }
        if (payment.status() != PaymentStatus.PENDING) {
            return payment;
        }
        var reference = payment.reference();
        var charge = provider.ask(asked -> (begun.isNew() ? Optional.<Charge>empty() : asked.find(reference))
                .orElseGet(() -> asked.authorise(reference, amount, paymentToken)));
        return word.apply(orderId, charge);
    }

    /** Captures the payment, once; 409 with the payment's status if it can't be captured any more. */
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

    /** The provider may have voided the charge itself, so this reads its state to find the reason. */
    private RuntimeException refused(Payment payment, ProviderRefusedException refusal) {
        var now = provider.ask(asked -> asked.find(payment.reference()))
                .map(charge -> word.apply(payment.orderId(), charge))
                .orElse(payment);
        return now.refused("can't be captured: " + refusal.getMessage());
    }

    /**
     * Learns from the provider what became of a charge and of its refunds; whatever made us ask, and in which order it
     * came, doesn't matter. 404 for a reference that isn't ours.
     */
    public void sync(UUID reference) {
        var payment = transitions.findByReference(reference).orElseThrow(() -> Problem.notFound("payment", reference));
        provider.ask(asked -> asked.find(reference)).ifPresent(charge -> word.apply(payment.orderId(), charge));
        refunds.settlePending(payment.paymentId());
    }
}
