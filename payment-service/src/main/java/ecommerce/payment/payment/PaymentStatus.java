package ecommerce.payment.payment;

/** PENDING until the provider has spoken; REFUNDED once all that was captured went back. */
enum PaymentStatus {
    PENDING,
    AUTHORISED,
    CAPTURED,
    REFUNDED,
    VOIDED,
    DECLINED
}
