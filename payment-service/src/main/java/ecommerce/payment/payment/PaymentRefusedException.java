package ecommerce.payment.payment;

import ecommerce.payment.ledger.PaymentStatus;

/** Thrown when the payment's status doesn't allow a request. */
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
