package ecommerce.user.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import ecommerce.user.user.Role;
import ecommerce.user.user.User;

/**
 * A credential without its password. The last three flags are always true, because accounts don't expire, and the limit on
 * failed sign-ins isn't a property of an account.
 *
 * @param enabled false if the user is blocked
 */
record CredentialResponse(
        long credentialId,
        String username,
        Role roleBasedAuthority,
        @JsonProperty("isEnabled") boolean enabled,
        @JsonProperty("isAccountNonExpired") boolean accountNonExpired,
        @JsonProperty("isAccountNonLocked") boolean accountNonLocked,
        @JsonProperty("isCredentialsNonExpired") boolean credentialsNonExpired,
        Owner user) {

    record Owner(long userId) {}

    static CredentialResponse of(User user) {
        var owner = new Owner(user.userId());
        return new CredentialResponse(
                user.userId(), user.username(), user.role(), !user.isBlocked(), true, true, true, owner);
    }
}
