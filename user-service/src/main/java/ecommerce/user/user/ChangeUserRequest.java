package ecommerce.user.user;

import ecommerce.user.name.AccountNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The members of a user that a merge patch may change. Only staff may change the role. */
record ChangeUserRequest(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @Size(max = 500) @Nullable String imageUrl,
        @NotBlank @Email @Size(max = 254) String email,

        @Pattern(regexp = "[+0-9() ./-]{0,30}", message = "is not a phone number") @Nullable
        String phone,

        @NotNull @Valid RoleChange credential) {

    ChangeUserRequest {
        email = AccountNames.normalized(email);
    }

    record RoleChange(@NotNull Role roleBasedAuthority) {}

    static ChangeUserRequest of(User user) {
        var profile = user.profile();
        return new ChangeUserRequest(
                profile.firstName(),
                profile.lastName(),
                profile.imageUrl(),
                profile.email(),
                profile.phone(),
                new RoleChange(user.role()));
    }

    Role role() {
        return credential.roleBasedAuthority();
    }

    Profile profile() {
        return new Profile(firstName, lastName, imageUrl, email, phone);
    }
}
