package ecommerce.payment.provider;

/** The provider gave no answer, or not in time: what was asked for may have been done or not. */
public class ProviderUnavailableException extends RuntimeException {

    public ProviderUnavailableException(String message) {
        super(message);
    }

    public ProviderUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
