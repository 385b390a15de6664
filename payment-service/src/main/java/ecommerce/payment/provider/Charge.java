package ecommerce.payment.provider;

/** What has become of a charge, in the provider's own word. */
public sealed interface Charge {

    /** The money is set aside. */
    record Authorised() implements Charge {}

    /** The money is taken; some or all of it may have been given back since. */
    record Captured() implements Charge {}

    /** The money was let go, or is as soon as it arrives. */
    record Voided() implements Charge {}

    /** @param reason for the customer to read */
    record Declined(String reason) implements Charge {}
}
