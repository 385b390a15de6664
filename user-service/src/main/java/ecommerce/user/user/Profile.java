package ecommerce.user.user;

import org.jspecify.annotations.Nullable;

/** What a user tells about himself. */
record Profile(String firstName, String lastName, @Nullable String imageUrl, String email, @Nullable String phone) {}
