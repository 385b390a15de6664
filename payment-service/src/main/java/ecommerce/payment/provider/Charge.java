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
     * @param returned what has gone back to the customer since, in any order
     */
    record Captured(List<Returned> returned) implements Charge {}

    /** The authorisation is void, or will be as soon as it arrives. */
    record Voided() implements Charge {}

    /** @param reason for the customer to read */
    record Declined(String reason) implements Charge {}

    /**
     * Money that has gone back to the customer.
     *
     * @param reference our reference of the refund, or the provider's own if we didn't ask for it
     * @param disputed whether the customer's bank took it
     */
    record Returned(UUID reference, BigDecimal amount, boolean disputed) {}
}
