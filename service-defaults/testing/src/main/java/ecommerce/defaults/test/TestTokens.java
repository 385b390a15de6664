package ecommerce.defaults.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Creates access tokens like those of user-service, signed with a key of the test run, and configures a decoder that
 * trusts this key.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    /** The id of the member of staff. */
    public static final long STAFF_ID = 1_000_000;

    private static final RSAKey KEY = generateKey();

    /** Returns the {@code Authorization} header of a customer with this id. */
    public static String user(long userId) {
        return bearer(Long.toString(userId), "user" + userId, "USER");
    }

    /** Returns the {@code Authorization} header of a member of staff. */
    public static String admin() {
        return staff(STAFF_ID);
    }

    /** Returns the {@code Authorization} header of the member of staff with this id. */
    public static String staff(long userId) {
        return bearer(Long.toString(userId), "admin", "ADMIN");
    }

    /** Returns the {@code Authorization} header of a customer who entered the password at this time. */
    public static String user(long userId, Instant signedInAt) {
        return signedIn(userId, "USER", signedInAt);
    }

    /** Returns the {@code Authorization} header of a member of staff who entered the password at this time. */
    public static String admin(Instant signedInAt) {
        return signedIn(STAFF_ID, "ADMIN", signedInAt);
    }

    /** Returns the {@code Authorization} header of a customer with a token of this sign-in. */
    public static String userOfSignIn(long userId, String signInId) {
        return sign(claims(Long.toString(userId), "user" + userId, "USER", Instant.now())
                .claim("sid", signInId)
                .build());
    }

    private static String signedIn(long userId, String role, Instant signedInAt) {
        return sign(claims(Long.toString(userId), "user" + userId, role, Instant.now())
                .claim("auth_time", signedInAt.getEpochSecond())
                .build());
    }

    /**
     * Returns the {@code Authorization} header of a customer as the previous version of user-service issues it, at this
     * time. The token is valid longer than such a token is.
     */
    public static String userOfPreviousVersion(long userId, Instant issuedAt) {
        return sign(claims(Long.toString(userId), "user" + userId, "USER", issuedAt)
                .expirationTime(Date.from(issuedAt.plusSeconds(3600)))
                .build());
    }

    /** Returns the {@code Authorization} header of a service, for all calls that {@code infra/services.json} lists. */
    public static String service(String name) {
        return sign(claims(name, name, "SERVICE", Instant.now())
                .audience(ServiceEdges.audienceOf(name))
                .claim("scope", ServiceEdges.scopesOf(name))
                .build());
    }

    /** Returns the {@code Authorization} header of a service for calls to one other service. */
    public static String service(String name, String callee, String scope) {
        return sign(claims(name, name, "SERVICE", Instant.now())
                .audience(List.of(callee, "ecommerce"))
                .claim("scope", scope)
                .build());
    }

    /** Returns the {@code Authorization} header of a service as the previous version of user-service issues it. */
    public static String serviceOfPreviousVersion(String name) {
        return bearer(name, name, "SERVICE");
    }

    /** Returns the {@code Authorization} header of a customer whose token expired an hour ago. */
    public static String expired(long userId) {
        return bearer(
                Long.toString(userId), "user" + userId, "USER", Instant.now().minusSeconds(3600 + 900));
    }

    private static String bearer(String subject, String username, String role) {
        return bearer(subject, username, role, Instant.now());
    }

    private static String bearer(String subject, String username, String role, Instant now) {
        return sign(claims(subject, username, role, now).build());
    }

    private static JWTClaimsSet.Builder claims(String subject, String username, String role, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("ecommerce")
                .subject(subject)
                .claim("username", username)
                .claim("roles", List.of(role))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(900)));
    }

    private static String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(KEY));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    JwtDecoder testJwtDecoder(ObjectProvider<OAuth2TokenValidator<Jwt>> validators) throws JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(Stream.concat(
                        Stream.of(
                                JwtValidators.createDefaultWithIssuer("http://localhost:8080"),
                                new JwtAudienceValidator("ecommerce")),
                        validators.orderedStream())
                .toList()));
        return decoder;
    }

    private static RSAKey generateKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
