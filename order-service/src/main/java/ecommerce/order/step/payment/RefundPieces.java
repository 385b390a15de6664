package ecommerce.order.step.payment;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.UnansweredException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Refunds the price of the pieces, or the rest of the payment if that is less. */
@Component
public class RefundPieces implements Step {

    private final PaymentClient payments;

    RefundPieces(PaymentClient payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "REFUND_PIECES";
    }

    @Override
    public boolean isNeededFor(OrderWork work) {
        return !work.closedByHand() && work.requiredPieces().refund().signum() > 0;
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var pieces = work.requiredPieces();
        return refund(work, pieces.reference(), pieces.refund());
    }

    private StepOutcome refund(OrderWork work, UUID reference, BigDecimal amount) {
        var pieces = work.requiredPieces();
        var request = new PaymentClient.RefundRequest(amount, pieces.reason(), pieces.orderedBy());
        try {
            var refund = payments.refund(work.orderId(), reference, request);
            return switch (refund.refundStatus()) {
                case "SUCCEEDED" -> new StepOutcome.Done();
                case "FAILED" -> new StepOutcome.Stuck("The payment provider refuses the refund");
                default -> throw new UnansweredException("The refund is " + refund.refundStatus());
            };
        } catch (Conflict e) {
            return refundRest(work, amount, e);
        }
    }

    /**
     * Refunds the rest of the payment after staff have refunded a part of it. The rest has its own reference, because
     * its amount differs.
     */
    private StepOutcome refundRest(OrderWork work, BigDecimal amount, Conflict conflict) {
        var refundable = PaymentClient.Refundable.of(conflict);
        if (refundable == null || refundable.refundableAmount() == null) {
            throw conflict;
        }
        if (refundable.hasPending()) {
            throw new UnansweredException("An earlier refund is pending and may fail", conflict);
        }
        var rest = refundable.refundableAmount();
        if (rest.signum() == 0) {
            return new StepOutcome.Done();
        }
        if (rest.compareTo(amount) >= 0) {
            throw conflict;
        }
        var name = "rest of " + work.requiredPieces().reference();
        return refund(work, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), rest);
    }

    @Override
    public boolean isSlow() {
        return true;
    }
}
