package ecommerce.payment.payment;

/** PENDING until the provider has spoken; CAPTURED, VOIDED and DECLINED are final. */
enum PaymentStatus {
    PENDING,
    AUTHORISED,
    CAPTURED,
    VOIDED,
    DECLINED
}
