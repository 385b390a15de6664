package ecommerce.payment.payment;

import ecommerce.payment.ledger.PaymentStatus;

/** A request that the status of the payment forbids. */
public class PaymentRefusedException extends RuntimeException {

    private final PaymentStatus status;

    PaymentRefusedException(String message, PaymentStatus status) {
        super(message);
        this.status = status;
    }

    public PaymentStatus status() {
        return status;
    }
}
