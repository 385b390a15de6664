package ecommerce.user.auth;

import ecommerce.defaults.web.Verbatim;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A request for tokens, with either a user name and a password, or a refresh token. */
record TokenRequest(
        @Size(max = 200) @Nullable String username,
        @Verbatim @Size(max = 200) @Nullable String password,
        @Size(max = 200) @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "TokenRequest[username=%s]".formatted(username);
    }
}
