package ecommerce.payment.payment;

/** PENDING until the provider has answered. */
enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED
}
