package ecommerce.payment.provider;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever moves the money. Everything is named by our references, and asking for the same thing twice does it once. Any
 * call may fail with a {@link ProviderUnavailableException}, after which it is unknown whether the thing was done.
 */
public interface PaymentProvider {

    /** Sets the amount aside on the customer's account. */
    Charge authorise(UUID reference, BigDecimal amount, String paymentToken);

    /** What became of a charge; empty if the provider has never heard of it. */
    Optional<Charge> find(UUID reference);

    /** Takes what was set aside; {@link ProviderRefusedException} where that can't be. */
    void capture(UUID reference);

    /** Lets go of what was set aside; nothing, where nothing was or it has been taken. */
    void voidAuthorisation(UUID reference);

    /**
     * Gives a part of what was taken back.
     *
     * @param refundReference names this refund, whatever else is refunded of the charge
     */
    void refund(UUID reference, UUID refundReference, BigDecimal amount);
}
