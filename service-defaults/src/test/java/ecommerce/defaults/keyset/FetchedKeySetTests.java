package ecommerce.defaults.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class FetchedKeySetTests {

    private static final RSAKey KEY = key("first");
    private static final RSAKey SECOND = key("second");

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

    @BeforeEach
    void publish() {
        server.start();
        publish(KEY);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void fetchesOnlyAFewTimesForAThousandForgedKeyIds() throws JOSEException {
        var decoder = decoder(new KeySetProperties(Duration.ofMinutes(5), Duration.ofMinutes(1)));
        var genuine = token(KEY, "first");

        for (var i = 0; i < 1000; i++) {
            var forged = token(SECOND, UUID.randomUUID().toString());
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(forged));
        }

        assertThat(decoder.decode(genuine).getSubject()).isEqualTo("7");
        assertThat(fetches()).isLessThanOrEqualTo(2);
    }

    @Test
    void fetchesAgainForANewKey() throws JOSEException {
        var decoder = decoder(new KeySetProperties(Duration.ofMinutes(5), Duration.ofMinutes(1)));
        decoder.decode(token(KEY, "first"));
        publish(SECOND);

        assertThat(decoder.decode(token(SECOND, "second")).getSubject()).isEqualTo("7");
    }

    @Test
    void refusesAWithdrawnKeyAfterTheCacheHasExpired() throws JOSEException {
        var decoder = decoder(new KeySetProperties(Duration.ofMillis(200), Duration.ofMillis(100)));
        var token = token(KEY, "first");
        decoder.decode(token);
        publish(SECOND);

        Awaitility.await()
                .untilAsserted(
                        () -> assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token)));
    }

    @Test
    void acceptsKnownKeysDuringAnOutage() throws JOSEException {
        var decoder = decoder(new KeySetProperties(Duration.ofMillis(200), Duration.ofMillis(100)));
        var token = token(KEY, "first");
        decoder.decode(token);
        server.stubFor(WireMock.get("/oauth2/jwks").willReturn(WireMock.serverError()));
        var before = fetches();

        Awaitility.await().untilAsserted(() -> {
            assertThat(decoder.decode(token).getSubject()).isEqualTo("7");
            assertThat(fetches()).isGreaterThan(before);
        });
    }

    @Test
    void callsATokenInvalidOnlyIfTheLatestFetchSucceeded() throws JOSEException {
        var decoder = decoder(new KeySetProperties(Duration.ofMinutes(5), Duration.ofMinutes(1)));
        decoder.decode(token(KEY, "first"));
        server.stubFor(WireMock.get("/oauth2/jwks").willReturn(WireMock.serverError()));
        var token = token(SECOND, "second");

        for (var i = 0; i < 5; i++) {
            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> decoder.decode(token))
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void callsATokenInvalidOnlyIfAKeySetIsKnown() throws JOSEException {
        server.stubFor(WireMock.get("/oauth2/jwks").willReturn(WireMock.serverError()));
        var decoder = decoder(new KeySetProperties(Duration.ofMinutes(5), Duration.ofMinutes(1)));
        var token = token(KEY, "first");

        for (var i = 0; i < 5; i++) {
            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> decoder.decode(token))
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    private int fetches() {
        return server.findAll(WireMock.getRequestedFor(WireMock.urlEqualTo("/oauth2/jwks")))
                .size();
    }

    private void publish(RSAKey key) {
        server.stubFor(
                WireMock.get("/oauth2/jwks").willReturn(WireMock.okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    private JwtDecoder decoder(KeySetProperties properties) {
        var uri = server.baseUrl() + "/oauth2/jwks";
        var builder = NimbusJwtDecoder.withJwkSetUri(uri);
        new KeySetAutoConfiguration()
                .keySetOfUserService(new RestTemplateBuilder(), uri, properties)
                .customize(builder);
        return builder.build();
    }

    private static String token(RSAKey key, String keyId) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                new JWTClaimsSet.Builder().subject("7").build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
