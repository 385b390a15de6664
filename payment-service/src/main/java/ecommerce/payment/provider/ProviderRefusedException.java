package ecommerce.payment.provider;

/** Thrown when the provider has refused a request. Retrying won't help. */
public class ProviderRefusedException extends RuntimeException {

    public ProviderRefusedException(String message) {
        super(message);
    }
}
