package ecommerce.defaults.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Nobody can say at the moment whether a member of staff's token still holds. */
public final class StaffTokensUnavailableException extends AuthenticationServiceException {

    private static final long serialVersionUID = 1;

    public StaffTokensUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
