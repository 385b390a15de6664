package ecommerce.user.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is open: its refresh token still gets new access tokens.
 *
 * @param signedInAt when the user entered the password
 * @param lastUsedAt when it last got an access token
 * @param address the client's IP address at that time; null if this version of the service hasn't seen it yet
 * @param expiresAt when it ends if it isn't used again
 * @param current true if the request's token belongs to it, otherwise absent
 */
record SignInResponse(
        UUID signInId,
        Instant signedInAt,
        Instant lastUsedAt,
        @Nullable String address,
        Instant expiresAt,
        @Nullable Boolean current) {}
