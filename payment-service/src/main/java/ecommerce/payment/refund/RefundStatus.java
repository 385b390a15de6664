package ecommerce.payment.refund;

/** PENDING until the provider has answered. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED
}
