package ecommerce.proxyclient.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class SessionIT extends ProxyClientTest {

    private static final Map<String, String> CREDENTIALS = Map.of("username", "alice", "password", "secret words");

    TestRequests page;

    @BeforeEach
    void openThePage() {
        page = anybody.with("X-Requested-With", "shop");
    }

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
    void namesTheAddressOfTheUsersDevice() {
        page.post("/app/session", CREDENTIALS).expectStatus().isOk();

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/token"))
                        .withHeader("X-Forwarded-For", equalTo("127.0.0.1")));
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
        userServiceAnswers(400);
        client.post()
                .uri("/app/session/refresh")
                .header("X-Requested-With", "shop")
                .cookie("shop_refresh", "x".repeat(300))
                .exchange()
                .expectStatus()
                .isUnauthorized();
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

    @Test
    void saysWhatUserServiceLimits() {
        var refusal = "This sign-in was refreshed too often. Wait before you refresh it again.";
        NEIGHBOURS.override(WireMock.post("/api/auth/token")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "42")
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":429,\"detail\":\"%s\"}".formatted(refusal))));

        client.post()
                .uri("/app/session/refresh")
                .header("X-Requested-With", "shop")
                .cookie("shop_refresh", "old")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "42")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(refusal);
    }

    @Test
    void keepsTheRefreshTokenInAnHttpOnlyCookie() {
        var result = page.post("/app/session", CREDENTIALS).returnResult(String.class);

        assertThat(result.getResponseBody())
                .contains("\"accessToken\":\"access\"")
                .doesNotContain("refresh\"");
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .contains("shop_refresh=refresh", "HttpOnly", "SameSite=Strict", "Secure", "Path=/app/session");
    }

    @Test
    void refreshesAndEndsTheSessionOfTheCookie() {
        var withCookie = client.post()
                .uri("/app/session/refresh")
                .header("X-Requested-With", "shop")
                .cookie("shop_refresh", "old")
                .exchange();
        withCookie.expectStatus().isOk();
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/token"))
                        .withRequestBody(equalToJson("{\"refreshToken\":\"old\"}")));
        page.post("/app/session/refresh", null).expectStatus().isNoContent();

        NEIGHBOURS
                .server()
                .stubFor(post("/api/auth/revoke").willReturn(aResponse().withStatus(204)));
        client.delete()
                .uri("/app/session")
                .header("X-Requested-With", "shop")
                .cookie("shop_refresh", "old")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .value(HttpHeaders.SET_COOKIE, cookie -> assertThat(cookie).contains("Max-Age=0"));
        NEIGHBOURS.server().verify(postRequestedFor(urlPathEqualTo("/api/auth/revoke")));
    }

    @Test
    void rejectsRequestsWithoutTheHeader() {
        anybody.post("/app/session", CREDENTIALS).expectStatus().is4xxClientError();
    }

    @Test
    void answers404ForUnknownPaths() {
        anybody.get("/app/nothing/here")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static void userServiceAnswers(int status) {
        NEIGHBOURS.override(WireMock.post("/api/auth/token")
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "42")));
    }
}
