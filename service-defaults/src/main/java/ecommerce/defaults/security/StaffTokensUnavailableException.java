package ecommerce.defaults.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Thrown if it can't be found out whether a member of staff's token still holds. */
public final class StaffTokensUnavailableException extends AuthenticationServiceException {

    private static final long serialVersionUID = 1;

    public StaffTokensUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
