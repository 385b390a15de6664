package ecommerce.order.step.payment;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Voids an authorised payment, and refunds the rest of a captured payment. */
@Component
public class ReversePayment implements Step {

    private final PaymentClient payments;

    ReversePayment(PaymentClient payments) {
        this.payments = payments;
    }

    /**
     * Returns a name that differs from REVERSE_PAYMENT, which the previous version stores for orders whose stock isn't
     * returned yet.
     */
    @Override
    public String name() {
        return "REVERSE_WHOLE_PAYMENT";
    }

    @Override
    public boolean isNeededFor(OrderWork work) {
        return !work.isFree() && !work.closedByHand();
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var reason = work.reasonOr("The order was " + work.goal().name().toLowerCase(Locale.ROOT));
        try {
            payments.reverse(work.orderId(), new PaymentClient.Reversal(reason, work.cancelRequestedBy()));
            return new StepOutcome.Done();
        } catch (Conflict e) {
            if (PaymentClient.Refusal.statusOf(e) == null) {
                throw e;
            }
            return new StepOutcome.Stuck("The payment provider refuses the refund");
        }
    }

    @Override
    public boolean isSlow() {
        return true;
    }
}
