package ecommerce.user.user;

import ecommerce.user.name.AccountNames;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A user's whole profile. The credential has its own endpoint.
 *
 * @param userId the id of the user, unless the path contains it
 */
record ReplaceUserRequest(
        @Nullable Long userId,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Size(max = 500) @Nullable String imageUrl,
        @NotBlank @Email @Size(max = 254) String email,

        @Pattern(regexp = "[+0-9() ./-]{0,30}", message = "is not a phone number") @Nullable
        String phone) {

    ReplaceUserRequest {
        email = AccountNames.normalized(email);
    }

    Profile profile() {
        return new Profile(firstName, lastName, imageUrl, email, phone);
    }
}
