package ecommerce.order.step.payment;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Withdraws the requested capture of an order that staff have closed by hand, so that payment-service doesn't make it
 * later. The step doesn't wait for the payment provider.
 */
@Component
public class WithdrawCapture implements Step {

    private final PaymentClient payments;

    WithdrawCapture(PaymentClient payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "WITHDRAW_CAPTURE";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        payments.withdrawCapture(work.orderId());
        return new StepOutcome.Done();
    }
}
