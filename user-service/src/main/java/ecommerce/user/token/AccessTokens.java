package ecommerce.user.token;

import ecommerce.user.token.RefreshFamilies.Family;
import ecommerce.user.user.User;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues access tokens to users. They are JWTs that every service verifies without a remote call. */
@Component
class AccessTokens {

    private final JwtEncoder encoder;
    private final TokenProperties properties;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, TokenProperties properties, Clock clock) {
        this.encoder = encoder;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Issues a token. The claim {@code auth_time} tells when the user entered the password (RFC 9068, 2.2.1), and {@code sid} is
     * the id of the sign-in.
     */
    OAuth2AccessToken issue(User user, Family signIn) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(properties.issuer())
                .audience(List.of(properties.audience()))
                .subject(Long.toString(user.userId()))
                .claim("username", user.username())
                .claim("roles", List.of(user.role().name()))
                .claim("auth_time", signIn.signedInAt().getEpochSecond())
                .claim("sid", signIn.familyId().toString())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(properties.accessTokenLifetime()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        var jwt = encoder.encode(JwtEncoderParameters.from(header, claims));
        return new OAuth2AccessToken(TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt());
    }
}
