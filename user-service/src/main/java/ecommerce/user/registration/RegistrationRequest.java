package ecommerce.user.registration;

import ecommerce.defaults.web.Verbatim;
import ecommerce.user.address.AddressRequest;
import ecommerce.user.name.AccountNames;
import ecommerce.user.password.NewPassword;
import ecommerce.user.user.Profile;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new account. It always gets the customer's role, regardless of the role in the credential.
 *
 * @param addressDtos the customer's first addresses, under the name that family clients use (docs/family-clients.md)
 */
record RegistrationRequest(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Size(max = 500) @Nullable String imageUrl,
        @NotBlank @Email @Size(max = 254) String email,

        @Pattern(regexp = "[+0-9() ./-]{0,30}", message = "is not a phone number") @Nullable
        String phone,

        @NotNull @Valid Credential credential,
        @Size(max = 20) @Nullable List<@NotNull @Valid AddressRequest> addressDtos) {

    RegistrationRequest {
        email = AccountNames.normalized(email);
    }

    /**
     * The name and the password of a new account.
     *
     * @param username 3 to 50 letters, digits or . _ @ + -
     */
    @Schema(name = "NewCredential")
    record Credential(
            @NotBlank
            @Pattern(regexp = "[\\p{L}\\p{N}._@+-]{3,50}", message = "must be 3 to 50 letters, digits or . _ @ + -")
            String username,

            @Verbatim @NotNull @NewPassword String password) {

        Credential {
            username = AccountNames.normalized(username);
        }

        @Override
        public String toString() {
            return "Credential[username=%s]".formatted(username);
        }
    }

    List<AddressRequest> addresses() {
        return addressDtos == null ? List.of() : addressDtos;
    }

    Profile profile() {
        return new Profile(firstName, lastName, imageUrl, email, phone);
    }
}
