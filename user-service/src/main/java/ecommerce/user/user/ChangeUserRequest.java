package ecommerce.user.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The members to change; a member left out stays. The role is staff's to give. */
record ChangeUserRequest(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100) @Nullable String firstName,
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100) @Nullable String lastName,
        @Size(max = 500) @Nullable String imageUrl,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @Pattern(regexp = "[+0-9() ./-]{0,30}", message = "is not a phone number") @Nullable String phone,
        @Nullable RoleChange credential) {

    record RoleChange(@Nullable Role roleBasedAuthority) {}

    @Nullable Role role() {
        return credential == null ? null : credential.roleBasedAuthority();
    }

    Profile appliedTo(Profile old) {
        return new Profile(
                firstName == null ? old.firstName() : firstName,
                lastName == null ? old.lastName() : lastName,
                imageUrl == null ? old.imageUrl() : imageUrl,
                email == null ? old.email() : email,
                phone == null ? old.phone() : phone);
    }
}
