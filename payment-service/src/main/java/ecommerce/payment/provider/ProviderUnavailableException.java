package ecommerce.payment.provider;

/** Thrown when the provider doesn't answer in time. The request may or may not have had an effect. */
public class ProviderUnavailableException extends RuntimeException {

    public ProviderUnavailableException(String message) {
        super(message);
    }

    public ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
