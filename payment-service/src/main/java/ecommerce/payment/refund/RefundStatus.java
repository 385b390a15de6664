package ecommerce.payment.refund;

/** The status of a refund. It is PENDING until the provider has answered. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED
}
