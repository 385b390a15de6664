package ecommerce.user.passwordchange;

import ecommerce.defaults.web.Verbatim;
import ecommerce.user.password.NewPassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A request to change a password. Staff may omit another user's current password. */
record ChangePasswordRequest(
        @Verbatim @Size(max = 200) @Nullable String currentPassword,
        @Verbatim @NotNull @NewPassword String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
