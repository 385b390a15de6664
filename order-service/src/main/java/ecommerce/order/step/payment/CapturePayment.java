package ecommerce.order.step.payment;

import ecommerce.order.order.Order;
import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/**
 * Captures the payment and confirms the order. The step is never given up, because once the capture is requested, only
 * the provider knows whether the customer has paid.
 */
@Component
public class CapturePayment implements Step {

    private final PaymentClient payments;

    CapturePayment(PaymentClient payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "CAPTURE_PAYMENT";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        if (work.isFree()) {
            return new StepOutcome.Done();
        }
        try {
            payments.capture(work.orderId());
            return new StepOutcome.Done();
        } catch (Conflict e) {
            var status = PaymentClient.Refusal.statusOf(e);
            if (status == null) {
                throw e;
            }
            return new StepOutcome.Refused(
                    status.equals("REFUNDED") ? "The payment was refunded" : "The payment could not be taken");
        }
    }

    @Override
    public Undo whenRefused() {
        return Undo.ALL;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Consumer<Order> onSuccess(OrderWork work) {
        return order -> order.confirm("checkout");
    }
}
