package ecommerce.user.credential;

import ecommerce.defaults.web.Verbatim;
import ecommerce.user.password.NewPassword;
import ecommerce.user.user.Role;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a credential. An absent member is kept.
 *
 * @param credentialId the id of the credential, unless the path contains it
 * @param username must be the current user name, which can't be changed
 * @param password the new password
 * @param currentPassword required with a new password, unless the caller is staff
 * @param roleBasedAuthority only staff may change it
 */
record CredentialRequest(
        @Nullable Long credentialId,
        @Nullable String username,
        @Verbatim @NewPassword @Nullable String password,
        @Verbatim @Size(max = 200) @Nullable String currentPassword,
        @Nullable Role roleBasedAuthority) {

    @Override
    public String toString() {
        return "CredentialRequest[credentialId=%s]".formatted(credentialId);
    }
}
