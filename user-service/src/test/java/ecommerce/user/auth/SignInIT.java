package ecommerce.user.auth;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class SignInIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Test
    void signsInWithATokenThatIsValidForFifteenMinutes() {
        var alice = TestUsers.register(client);

        post("/api/auth/token", signIn(alice.username().toUpperCase(), TestUsers.PASSWORD))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.tokenType")
                .isEqualTo("Bearer")
                .jsonPath("$.expiresIn")
                .value(Integer.class, seconds -> assertThat(seconds).isBetween(890, 900))
                .jsonPath("$.refreshToken")
                .isNotEmpty();
    }

    /** Swagger UI sends this form. */
    @Test
    void signsInWithTheFormOfThePasswordFlow() {
        var alice = TestUsers.register(client);

        form("", "password", alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.access_token")
                .isNotEmpty()
                .jsonPath("$.token_type")
                .isEqualTo("Bearer");
        form("", "password", alice.username(), "wrong password").expectStatus().isUnauthorized();
        form("", "client_credentials", alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isBadRequest();
        form("?scope=all", "password", alice.username(), TestUsers.PASSWORD)
                .expectStatus()
                .isBadRequest();
    }

    private ResponseSpec form(String query, String grantType, String username, String password) {
        var form = "grant_type=%s&username=%s&password=%s"
                .formatted(grantType, username, URLEncoder.encode(password, StandardCharsets.UTF_8));
        return client.post()
                .uri("/api/auth/token" + query)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange();
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameIdentically() {
        var alice = TestUsers.register(client);

        var wrong = post("/api/auth/token", signIn(alice.username(), "wrong password"));
        var unknown = post("/api/auth/token", signIn("nobody" + System.nanoTime(), "wrong password"));

        for (var answer : new ResponseSpec[] {wrong, unknown}) {
            answer.expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("The user name or the password is wrong");
        }
    }

    @Test
    void signsOut() {
        var token = signedIn();

        post("/api/auth/revoke", Map.of("refreshToken", token)).expectStatus().isNoContent();
        post("/api/auth/token", Map.of("refreshToken", token)).expectStatus().isUnauthorized();
        post("/api/auth/revoke", Map.of("refreshToken", "unknown"))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void endsSignInsWhenThePasswordChanges() {
        var alice = TestUsers.register(client);
        var token = signedIn(alice.username());

        TestRequests.as(client, TestTokens.user(alice.userId()))
                .put(
                        "/api/users/%d/password".formatted(alice.userId()),
                        Map.of("currentPassword", TestUsers.PASSWORD, "newPassword", "another good one"))
                .expectStatus()
                .isNoContent();

        post("/api/auth/token", Map.of("refreshToken", token)).expectStatus().isUnauthorized();
        post("/api/auth/token", signIn(alice.username(), "another good one"))
                .expectStatus()
                .isOk();
    }

    @Test
    void storesNoRefreshTokenInPlainText() {
        var token = signedIn();

        var hashes = jdbc.sql("SELECT encode(token_hash, 'escape') FROM refresh_token");
        assertThat(hashes.query(String.class).list()).isNotEmpty().doesNotContain(token);
    }

    @Test
    void rejectsAnIncompleteSignIn() {
        post("/api/auth/token", Map.of("username", "alice")).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "Bearer altered.altered.altered", "Bearer undefined", "Bearer", "Bearer a b"})
    void ignoresAnInvalidTokenAtPublicEndpoints(String token) {
        var alice = TestUsers.register(client);
        var header = token.equals("expired") ? TestTokens.expired(alice.userId()) : token;
        var old = TestRequests.as(client, header);

        var tokens = body(old.post("/api/auth/token", signIn(alice.username() + " ", TestUsers.PASSWORD)));
        var refreshed = body(old.post("/api/auth/token", Map.of("refreshToken", tokens.get("refreshToken"))));
        old.post("/api/auth/revoke", Map.of("refreshToken", refreshed.get("refreshToken")))
                .expectStatus()
                .isNoContent();
        old.post("/api/users", Map.of()).expectStatus().isBadRequest();
        old.get("/api/users/me").expectStatus().isUnauthorized().expectHeader().exists("WWW-Authenticate");
    }

    @Test
    void keepsWhitespaceInPasswords() {
        var alice = TestUsers.register(client);

        post("/api/auth/token", signIn(alice.username(), TestUsers.PASSWORD + " "))
                .expectStatus()
                .isUnauthorized();
    }

    private String signedIn() {
        return signedIn(TestUsers.register(client).username());
    }

    private String signedIn(String username) {
        return refreshToken(post("/api/auth/token", signIn(username, TestUsers.PASSWORD)));
    }

    private static String refreshToken(ResponseSpec response) {
        return (String) body(response).get("refreshToken");
    }

    private static Map<String, String> signIn(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    private ResponseSpec post(String path, Object body) {
        return TestRequests.anonymous(client).post(path, body);
    }
}
