package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import ecommerce.defaults.test.TestSecrets;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TokenEndpointTest;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AuthorizationServerIT extends TokenEndpointTest {

    private static final String PASSWORD_GRANT = "urn:ecommerce:oauth:grant-type:password";

    @Test
    void ignoresAnInvalidTokenAndTrailingBlanksAtSignIn() {
        var alice = TestUsers.register(client);

        client.post()
                .uri("/oauth2/token")
                .header("Authorization", TestTokens.user(alice.userId()) + "x")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(Map.of(
                        "client_id",
                        "proxy-client",
                        "client_secret",
                        TestSecrets.VALUE,
                        "grant_type",
                        PASSWORD_GRANT,
                        "username",
                        alice.username() + " ",
                        "password",
                        TestUsers.PASSWORD)))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void signsAUserInByTheExtensionGrant() throws ParseException {
        var alice = TestUsers.register(client);

        var answer = token(
                "proxy-client",
                Map.of("grant_type", PASSWORD_GRANT, "username", alice.username(), "password", TestUsers.PASSWORD));

        var claims = claims(answer);
        assertThat(claims.getSubject()).isEqualTo(Long.toString(alice.userId()));
        assertThat(claims.getStringClaim("username")).isEqualTo(alice.username());
        assertThat(claims.getStringListClaim("roles")).containsExactly("USER");
    }

    @Test
    void rotatesAndRevokesRefreshTokens() {
        var alice = TestUsers.register(client);
        var first = token(
                "proxy-client",
                Map.of("grant_type", PASSWORD_GRANT, "username", alice.username(), "password", TestUsers.PASSWORD));
        var second = token("proxy-client", refresh(first));
        assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));

        post("/oauth2/revoke", "proxy-client", Map.of("token", (String) second.get("refresh_token")))
                .expectStatus()
                .isOk();

        post("/oauth2/token", "proxy-client", refresh(second))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_grant");
    }

    @Test
    void letsNoOtherServiceSignUsersIn() {
        var parameters = Map.of("grant_type", PASSWORD_GRANT, "username", "alice", "password", "whatever");

        post("/oauth2/token", "order-service", parameters)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("unauthorized_client");
    }

    @Test
    void answersAWrongPasswordWithInvalidGrant() {
        var parameters = Map.of("grant_type", PASSWORD_GRANT, "username", "nobody", "password", "whatever");

        post("/oauth2/token", "proxy-client", parameters)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_grant");
    }

    @Test
    void answersTooManyWrongPasswordsAsEverywhereElse() {
        var alice = TestUsers.register(client);
        var parameters =
                Map.of("grant_type", PASSWORD_GRANT, "username", alice.username(), "password", "a wrong guess");
        for (var i = 0; i < 5; i++) {
            post("/oauth2/token", "proxy-client", parameters).expectStatus().isBadRequest();
        }

        post("/oauth2/token", "proxy-client", parameters)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void publishesPublicKeysThatVerifyItsTokens() throws ParseException {
        var token = (String) token("order-service", Map.of("grant_type", "client_credentials"))
                .get("access_token");

        var body = client.get()
                .uri("/oauth2/jwks")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
        var keys = JWKSet.parse(body);

        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(keys.getKeyByKeyId(SignedJWT.parse(token).getHeader().getKeyID()))
                .isNotNull();
    }

    @Test
    void publishesTheServerMetadata() {
        client.get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo("http://localhost:8080")
                .jsonPath("$.token_endpoint")
                .isEqualTo("http://localhost:8080/oauth2/token");
    }

    private static Map<String, String> refresh(Map<?, ?> answer) {
        return Map.of("grant_type", "refresh_token", "refresh_token", (String) answer.get("refresh_token"));
    }
}
