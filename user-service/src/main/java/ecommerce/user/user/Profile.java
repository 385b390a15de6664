package ecommerce.user.user;

import org.jspecify.annotations.Nullable;

/** The personal data of a user. */
public record Profile(
        String firstName,
        String lastName,
        @Nullable String imageUrl,
        String email,
        @Nullable String phone) {}
