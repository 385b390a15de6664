package ecommerce.order.step.payment;

import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Authorises the order's fee with the customer's payment token. */
@Component
public class AuthorisePayment implements Step {

    private static final int MAX_DECLINE_REASON = 200;

    private final PaymentClient payments;

    AuthorisePayment(PaymentClient payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "AUTHORISE_PAYMENT";
    }

    @Override
    public boolean isNeededFor(OrderWork work) {
        return !work.isFree();
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var token = Objects.requireNonNull(work.paymentToken(), "kept until the payment is decided");
        var payment =
                payments.authorise(work.orderId(), new PaymentClient.Authorisation(work.userId(), work.fee(), token));
        return switch (payment.paymentStatus()) {
            case "AUTHORISED", "CAPTURED" -> new StepOutcome.Done();
            case "DECLINED" -> new StepOutcome.Refused(declined(payment));
            case "VOIDED" -> new StepOutcome.Refused("The payment was voided");
            case "REFUNDED" -> new StepOutcome.Refused("The payment was refunded");
            default -> throw new IllegalStateException("The payment is " + payment.paymentStatus());
        };
    }

    private static String declined(PaymentClient.Payment payment) {
        var reason = Objects.requireNonNullElse(payment.declineReason(), "no reason");
        return "Payment declined: "
                + (reason.length() <= MAX_DECLINE_REASON ? reason : reason.substring(0, MAX_DECLINE_REASON));
    }

    /** Leaves out the payment, because there is none after a refusal. */
    @Override
    public Undo whenRefused() {
        return Undo.STOCK;
    }

    @Override
    public Undo whenGivenUp() {
        return Undo.STOCK_AND_PAYMENT;
    }

    @Override
    public boolean keepsPaymentToken() {
        return true;
    }

    @Override
    public boolean isSlow() {
        return true;
    }
}
