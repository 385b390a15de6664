package ecommerce.payment.ledger;

/** PENDING until the provider has spoken; REFUNDED once all that was captured went back. */
public enum PaymentStatus {
    PENDING,
    AUTHORISED,
    CAPTURED,
    REFUNDED,
    VOIDED,
    DECLINED
}
