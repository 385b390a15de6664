package ecommerce.user.auth;

import ecommerce.user.token.IssuedTokens;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens of a sign-in.
 *
 * @param accessToken the token for requests, in the header {@code Authorization: Bearer}
 * @param tokenType always Bearer
 * @param expiresIn the access token's lifetime in seconds
 * @param refreshToken the token that gets the next tokens, once
 */
record TokenResponse(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokenResponse of(IssuedTokens issued) {
        var accessToken = issued.accessToken();
        var lifetime = Duration.between(Instant.now(), accessToken.getExpiresAt());
        return new TokenResponse(
                accessToken.getTokenValue(), "Bearer", Math.max(0, lifetime.toSeconds()), issued.refreshToken());
    }

    @Override
    public String toString() {
        return "TokenResponse[]";
    }
}
