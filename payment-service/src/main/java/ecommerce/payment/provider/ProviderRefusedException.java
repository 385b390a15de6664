package ecommerce.payment.provider;

/** The provider has answered, and won't do it: asking again changes nothing. */
public class ProviderRefusedException extends RuntimeException {

    public ProviderRefusedException(String message) {
        super(message);
    }
}
