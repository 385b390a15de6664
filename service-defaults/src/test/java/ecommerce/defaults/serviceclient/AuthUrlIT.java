package ecommerce.defaults.serviceclient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.test.TestSecrets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Runs a service without a registry. It finds user-service at {@code AUTH_URL}, whose first address is that of a dead
 * instance.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=order-service",
            "spring.config.import=classpath:service-defaults.yml",
            "spring.cloud.config.enabled=false",
            "eureka.client.enabled=false",
            "management.server.port=-1",
            "springdoc.api-docs.enabled=false",
            "spring.security.oauth2.client.registration.service.provider=user-service",
            "spring.security.oauth2.client.registration.service.client-id=order-service",
            "spring.security.oauth2.client.registration.service.client-secret=a-secret-of-the-tests",
            "spring.security.oauth2.client.registration.service.authorization-grant-type=client_credentials"
        })
@ContextConfiguration(initializers = TestSecrets.class)
class AuthUrlIT {

    private static final WireMockServer USER_SERVICE = new WireMockServer(
            WireMockConfiguration.wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    @SpringBootApplication(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
            })
    @Import(Endpoint.class)
    static class Probe {}

    @RestController
    @SignedIn
    static class Endpoint {

        @GetMapping("/things")
        String things() {
            return "things";
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ServiceTokenConfigurer tokens;

    @DynamicPropertySource
    static void authUrl(DynamicPropertyRegistry properties) {
        USER_SERVICE.start();
        properties.add("AUTH_URL", () -> "http://%s:%d".formatted(TwoAddresses.HOST, USER_SERVICE.port()));
    }

    @AfterAll
    static void stop() {
        USER_SERVICE.stop();
    }

    @BeforeAll
    static void answer() {
        USER_SERVICE.stubFor(post("/oauth2/token")
                .willReturn(okJson(
                        "{\"access_token\":\"from-user-service\",\"token_type\":\"Bearer\",\"expires_in\":900}")));
        USER_SERVICE.stubFor(get("/products").willReturn(ok()));
    }

    @Test
    void acceptsTokensSignedWithTheKeysThere() throws JOSEException {
        var key = new RSAKeyGenerator(2048).keyID("published").generate();
        var forged = new RSAKeyGenerator(2048).keyID("published").generate();
        USER_SERVICE.stubFor(get("/oauth2/jwks").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));

        assertThat(status(key)).isEqualTo(200);
        assertThat(status(forged)).isEqualTo(401);
    }

    @Test
    void getsItsOwnTokensThereWithoutAskingForHttp2() {
        RestClient.builder()
                .baseUrl(USER_SERVICE.baseUrl())
                .requestInterceptor(tokens.tokensFor("product-service"))
                .build()
                .get()
                .uri("/products")
                .retrieve()
                .toBodilessEntity();

        USER_SERVICE.verify(getRequestedFor(urlEqualTo("/products"))
                .withHeader("Authorization", equalTo("Bearer from-user-service")));
        USER_SERVICE.verify(postRequestedFor(urlEqualTo("/oauth2/token")).withoutHeader("Upgrade"));
    }

    private int status(RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer("http://localhost:8080")
                        .audience("ecommerce")
                        .subject("1")
                        .claim("roles", List.of("USER"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new RSASSASigner(key));
        return RestClient.create("http://localhost:%d/things".formatted(port))
                .get()
                .headers(headers -> headers.setBearerAuth(token.serialize()))
                .exchange((request, response) -> response.getStatusCode().value());
    }
}
