package ecommerce.proxyclient.session;

import com.nimbusds.jwt.SignedJWT;
import ecommerce.proxyclient.userclient.UserClient.Tokens;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/**
 * Who is signed in, with the tokens that user-service issued.
 *
 * @param signInId a random id of the sign-in, which its refreshed tokens keep
 * @param expiresAt when the access token expires
 */
public record SignedInUser(
        String signInId,
        long userId,
        String username,
        boolean staff,
        String accessToken,
        Instant expiresAt,
        String refreshToken) {

    /** Reads the user from an access token that comes straight from user-service. The services check its signature. */
    static SignedInUser of(Tokens tokens, String signInId, Instant now) {
        try {
            var claims = SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
            var roles = claims.getStringListClaim("roles");
            return new SignedInUser(
                    signInId,
                    Long.parseLong(claims.getSubject()),
                    claims.getStringClaim("username"),
                    (roles == null ? List.<String>of() : roles).contains("ADMIN"),
                    tokens.accessToken(),
                    now.plusSeconds(tokens.expiresIn()),
                    tokens.refreshToken());
        } catch (ParseException e) {
            throw new IllegalStateException("user-service has issued an access token that is no JWT", e);
        }
    }

    @Override
    public String toString() {
        return "SignedInUser[userId=%d]".formatted(userId);
    }
}
