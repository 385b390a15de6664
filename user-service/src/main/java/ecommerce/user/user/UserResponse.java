package ecommerce.user.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The representation of a user. It never contains the password.
 *
 * @param blockedAt since when the user can't sign in; null for a user who can
 */
public record UserResponse(
        long userId,
        String firstName,
        String lastName,
        @Nullable String imageUrl,
        String email,
        @Nullable String phone,
        Instant createdAt,
        @Nullable Instant blockedAt,
        Credential credential) {

    public record Credential(String username, Role roleBasedAuthority) {}

    public static UserResponse of(User user) {
        var profile = user.profile();
        var block = user.block();
        return new UserResponse(
                user.userId(),
                profile.firstName(),
                profile.lastName(),
                profile.imageUrl(),
                profile.email(),
                profile.phone(),
                user.createdAt(),
                block == null ? null : block.blockedAt(),
                new Credential(user.username(), user.role()));
    }
}
