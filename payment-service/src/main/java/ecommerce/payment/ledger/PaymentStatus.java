package ecommerce.payment.ledger;

/**
 * The status of a payment. It is PENDING until the provider has answered, and REFUNDED once the whole captured amount
 * was returned.
 */
public enum PaymentStatus {
    PENDING,
    AUTHORISED,
    CAPTURED,
    REFUNDED,
    VOIDED,
    DECLINED
}
