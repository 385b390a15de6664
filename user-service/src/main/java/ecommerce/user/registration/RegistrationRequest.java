package ecommerce.user.user;

import ecommerce.defaults.web.Verbatim;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new account. Whatever role is sent with the credential, the account is a customer's. */
record RegisterRequest(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Size(max = 500) @Nullable String imageUrl,
        @NotBlank @Email @Size(max = 254) String email,
        @Pattern(regexp = "[+0-9() ./-]{0,30}", message = "is not a phone number") @Nullable String phone,
        @NotNull @Valid Credential credential) {

    record Credential(
            @NotBlank @Pattern(regexp = "[\\p{L}\\p{N}._@+-]{3,50}", message = "must be 3 to 50 letters, digits or . _ @ + -")
                    String username,
            @Verbatim @NotNull @NewPassword String password) {

        @Override
        public String toString() {
            return "Credential[username=%s]".formatted(username);
        }
    }

    Profile profile() {
        return new Profile(firstName, lastName, imageUrl, email, phone);
    }
}
