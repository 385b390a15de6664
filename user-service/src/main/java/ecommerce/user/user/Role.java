package ecommerce.user.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A user's role: a customer or a member of staff. */
public enum Role {
    @JsonProperty("ROLE_USER")
    USER,
    @JsonProperty("ROLE_ADMIN")
    ADMIN;

    private static final String PREFIX = "ROLE_";

    /** Returns the role with this name in JSON, for example {@code ROLE_ADMIN}; null if the name is null or empty. */
    static @Nullable Role ofAuthority(@Nullable String name) {
        return name == null || name.isEmpty() ? null : valueOf(name.substring(PREFIX.length()));
    }
}
