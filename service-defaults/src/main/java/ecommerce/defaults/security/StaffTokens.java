package ecommerce.defaults.security;

/**
 * Knows whether a member of staff still has the rights that an access token names. Every service asks this for tokens
 * with the role {@code ADMIN}, and only for these.
 */
public interface StaffTokens {

    /**
     * Returns whether the token still holds.
     *
     * @throws StaffTokensUnavailableException if this can't be found out
     */
    boolean isActive(Caller caller, String token);
}
