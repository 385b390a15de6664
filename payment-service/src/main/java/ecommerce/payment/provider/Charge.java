package ecommerce.payment.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The state of a charge, as the provider reports it. */
public sealed interface Charge {

    /** The money is authorised. */
    record Authorised() implements Charge {}

    /**
     * The money is captured.
     *
     * @param returned the money that was returned to the customer since, in any order
     */
    record Captured(List<Returned> returned) implements Charge {}

    /** The authorisation is voided, or will be as soon as it arrives. */
    record Voided() implements Charge {}

    /**
     * The provider has declined the authorisation.
     *
     * @param reason shown to the customer
     */
    record Declined(String reason) implements Charge {}

    /**
     * Money that was returned to the customer.
     *
     * @param reference our reference of the refund, or the provider's own if we didn't request it
     * @param disputed whether the customer's bank took the money back
     */
    record Returned(UUID reference, BigDecimal amount, boolean disputed) {}
}
