package ecommerce.payment.provider;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to a payment provider. Every call carries our own reference and is idempotent. A call that fails with {@link
 * ProviderUnavailableException} may still have had an effect.
 */
public interface PaymentProvider {

    /** Authorises the amount. */
    Charge authorise(UUID reference, BigDecimal amount, String paymentToken);

    /** The charge with all that has gone back of it; empty if the provider doesn't know the reference. */
    Optional<Charge> find(UUID reference);

    /** Captures an authorised charge. Throws {@link ProviderRefusedException} if the provider refuses. */
    void capture(UUID reference);

    /** Voids an authorised charge, or one that is still to come. Does nothing to a captured one. */
    void voidAuthorisation(UUID reference);

    /**
     * Refunds a part of a captured charge. Throws {@link ProviderRefusedException} if the provider refuses.
     *
     * @param refundReference names this refund, whatever else is refunded of the charge
     */
    void refund(UUID reference, UUID refundReference, BigDecimal amount);
}
