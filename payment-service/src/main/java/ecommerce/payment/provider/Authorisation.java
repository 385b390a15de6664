package ecommerce.payment.provider;

/** The provider's word on an authorisation. */
public sealed interface Authorisation {

    record Approved() implements Authorisation {}

    /** @param reason for the customer to read */
    record Declined(String reason) implements Authorisation {}
}
