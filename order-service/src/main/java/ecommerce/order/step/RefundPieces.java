package ecommerce.order.step;

import ecommerce.order.paymentclient.PaymentClient;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Refunds what the customer paid for pieces, or as much of it as isn't refunded yet. */
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
        return refund(work, work.requiredPieces().refund());
    }

    private StepOutcome refund(OrderWork work, BigDecimal amount) {
        var pieces = work.requiredPieces();
        try {
            var refund = payments.refund(
                    work.orderId(), pieces.reference(), new PaymentClient.RefundRequest(amount, pieces.reason()));
            return switch (refund.refundStatus()) {
                case "SUCCEEDED" -> new StepOutcome.Done();
                case "FAILED" -> new StepOutcome.Stuck("The payment provider refuses the refund");
                default -> throw new UnansweredException("The refund is " + refund.refundStatus());
            };
        } catch (Conflict e) {
            var refundable = PaymentClient.Refundable.amountOf(e);
            if (refundable == null || refundable.compareTo(amount) >= 0) {
                throw e;
            }
            return refundable.signum() == 0 ? new StepOutcome.Done() : refund(work, refundable);
        }
    }

    @Override
    public boolean isSlow() {
        return true;
    }
}
