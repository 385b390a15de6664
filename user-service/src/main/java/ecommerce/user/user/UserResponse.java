package ecommerce.user.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The representation of a user. It never contains the password. */
public record UserResponse(
        long userId,
        String firstName,
        String lastName,
        @Nullable String imageUrl,
        String email,
        @Nullable String phone,
        Instant createdAt,
        Credential credential) {

    public record Credential(String username, Role roleBasedAuthority) {}

    public static UserResponse of(User user) {
        var profile = user.profile();
        return new UserResponse(
                user.userId(),
                profile.firstName(),
                profile.lastName(),
                profile.imageUrl(),
                profile.email(),
                profile.phone(),
                user.createdAt(),
                new Credential(user.username(), user.role()));
    }
}
