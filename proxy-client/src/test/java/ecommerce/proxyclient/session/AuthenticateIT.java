package ecommerce.proxyclient.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AuthenticateIT extends ProxyClientTest {

    private static final Map<String, String> CREDENTIALS = Map.of("username", "alice", "password", "secret words");

    @Test
    void issuesTokensToFamilyClients() {
        anybody.post("/app/api/authenticate", CREDENTIALS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.jwtToken")
                .isEqualTo("access");
    }

    @Test
    void checksWhetherATokenIsAccepted() {
        var token = TestTokens.user(7).substring("Bearer ".length());

        anybody.get("/app/api/authenticate/jwt/" + token)
                .expectStatus()
                .isOk()
                .expectBody(Boolean.class)
                .isEqualTo(true);
        for (var other : List.of(token.substring(0, token.length() - 8), "nonsense")) {
            anybody.get("/app/api/authenticate/jwt/" + other)
                    .expectBody(Boolean.class)
                    .isEqualTo(false);
        }
    }

    @Test
    void translatesErrorsOfUserService() {
        userServiceAnswers(401);
        anybody.post("/app/api/authenticate", CREDENTIALS)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        userServiceAnswers(429);
        anybody.post("/app/api/authenticate", CREDENTIALS)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "42");
        userServiceAnswers(503);
        anybody.post("/app/api/authenticate", CREDENTIALS).expectStatus().isEqualTo(503);
        anybody.post("/app/api/authenticate", Map.of("username", "alice"))
                .expectStatus()
                .isBadRequest();
    }

    private static void userServiceAnswers(int status) {
        NEIGHBOURS.override(post("/api/auth/token")
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "42")));
    }
}
