package ecommerce.proxyclient.shop.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new password, and the current one that proves who asks. */
public record PasswordForm(
        @NotBlank @Size(max = 200) @Nullable String currentPassword,
        @NotBlank @Size(min = 12, max = 128) @Nullable String newPassword) {

    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
