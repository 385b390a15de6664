package ecommerce.payment.provider;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever moves the money. Everything is named by our reference, and asking for the same thing twice does it once. Any
 * call may fail with a {@link ProviderUnavailableException}, after which it is unknown whether the thing was done.
 */
public interface PaymentProvider {

    /** Sets the amount aside on the customer's account. */
    Authorisation authorise(UUID reference, BigDecimal amount, String paymentToken);

    /** What became of an authorisation; empty if the provider has never heard of it. */
    Optional<Authorisation> find(UUID reference);

    /** Takes what was set aside. */
    void capture(UUID reference);

    /** Lets go of what was set aside; nothing, where nothing was. */
    void voidAuthorisation(UUID reference);
}
