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

    /** Finds a charge with all money that was returned. Empty if the provider doesn't know the reference. */
    Optional<Charge> find(UUID reference);

    /** Captures an authorised charge. Throws {@link ProviderRefusedException} if the provider refuses. */
    void capture(UUID reference);

    /**
     * Voids an authorised charge, or a charge whose authorisation hasn't arrived yet. Has no effect on a captured
     * charge.
     */
    void voidAuthorisation(UUID reference);

    /**
     * Refunds a part of a captured charge. Throws {@link ProviderRefusedException} if the provider refuses.
     *
     * @param refundReference identifies this refund among all refunds of the charge
     */
    void refund(UUID reference, UUID refundReference, BigDecimal amount);
}
