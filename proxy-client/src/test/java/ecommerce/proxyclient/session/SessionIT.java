package ecommerce.proxyclient.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SessionIT extends ProxyClientTest {

    private static final String COOKIE = "shop_session";

    @Test
    void keepsTheTokensInACookieThatOnlyTheShopCanRead() {
        issue(TestTokens.user(CUSTOMER), 900, "refresh-1");
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        browser.get("/app/sign-in");

        var answer = browser.post(
                "/app/sign-in", "username", "alice", "password", "secret words", "then", "/app/search?q=stove");

        assertThat(answer.location()).isEqualTo("/app/search?q=stove");
        var cookie = answer.headers().get(HttpHeaders.SET_COOKIE).stream()
                .filter(header -> header.startsWith(COOKIE))
                .toList();
        assertThat(cookie).singleElement().asString().contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/app");
        // A compact JWE: five parts, the second of which is empty because the key is agreed on.
        assertThat(browser.cookies().get(COOKIE)).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(browser.cookies().get(COOKIE).length()).isLessThan(4000);
        assertThat(browser.get("/app/").html()).contains("Sign out user7", "<span class=\"badge\">2");
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/token"))
                        .withHeader("X-Forwarded-For", equalTo("127.0.0.1")));
    }

    @Test
    void endsTheBrowsersSignInOfBeforeWithANewOne() {
        signIn();
        issue(TestTokens.user(CUSTOMER), 900, "refresh-2");
        browser.get("/app/sign-in");
        browser.post("/app/sign-in", "username", "alice", "password", "secret words");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/revoke"))
                        .withRequestBody(equalToJson("{\"refreshToken\":\"refresh-1\"}")));
        assertThat(browser.get("/app/").html()).contains("Sign out user7");
    }

    @Test
    void saysWhyASignInIsRefusedAndKeepsTheName() {
        browser.get("/app/sign-in");
        userServiceAnswers(401);
        var wrong = browser.post("/app/sign-in", "username", "alice", "password", "wrong", "then", "/app/cart");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.html())
                .contains("The user name or the password is wrong.", "value=\"alice\"", "value=\"/app/cart\"")
                .doesNotContain("value=\"wrong\"");

        userServiceAnswers(429);
        var limited = browser.post("/app/sign-in", "username", "alice", "password", "wrong");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("42");
        assertThat(limited.html()).contains("42 seconds");
    }

    @Test
    void refreshesAnExpiredAccessTokenAndGoesOn() {
        signIn(TestTokens.user(CUSTOMER), 0);
        var fresh = TestTokens.user(CUSTOMER);
        issue(fresh, 900, "refresh-2");
        services.have("GET", "/api/orders", ServiceStubs.list(""));
        // The sign-in has refreshed it, too.
        NEIGHBOURS.server().resetRequests();

        assertThat(browser.get("/app/orders").status()).isEqualTo(200);
        assertThat(browser.get("/app/orders").status()).isEqualTo(200);

        NEIGHBOURS
                .server()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/api/auth/token"))
                                .withRequestBody(equalToJson("{\"refreshToken\":\"refresh-1\"}")));
        NEIGHBOURS
                .server()
                .verify(2, getRequestedFor(urlPathEqualTo("/api/orders")).withHeader("Authorization", equalTo(fresh)));
    }

    @Test
    void refreshesATokenThatAServiceRefuses() {
        var refused = TestTokens.expired(CUSTOMER);
        signIn(refused, 900);
        var fresh = TestTokens.user(CUSTOMER);
        issue(fresh, 900, "refresh-2");
        services.have("GET", "/api/orders", ServiceStubs.list(""));
        NEIGHBOURS.override(get(urlPathEqualTo("/api/orders"))
                .withHeader("Authorization", equalTo(refused))
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Bearer")));

        assertThat(browser.get("/app/orders").status()).isEqualTo(200);

        NEIGHBOURS
                .server()
                .verify(1, getRequestedFor(urlPathEqualTo("/api/orders")).withHeader("Authorization", equalTo(fresh)));
    }

    /** The catalogue needs no token, so it stays open while user-service is down. */
    @Test
    void showsTheCatalogueWithAnExpiredTokenWhileUserServiceIsUnavailable() {
        signIn(TestTokens.user(CUSTOMER), 0);
        userServiceAnswers(503);

        assertThat(browser.get("/app/search").status()).isEqualTo(200);
        assertThat(browser.get("/app/orders").status()).isEqualTo(503);
        assertThat(browser.get("/app/").html()).contains("Sign out user7");
    }

    /** A token is refreshed before it expires, so that it doesn't expire on its way. */
    @Test
    void usesATokenUntilItExpiresWhileUserServiceIsUnavailable() {
        signIn(TestTokens.user(CUSTOMER), 25);
        userServiceAnswers(503);
        services.have("GET", "/api/orders", ServiceStubs.list(""));

        assertThat(browser.get("/app/orders").status()).isEqualTo(200);
    }

    @Test
    void asksForASignInIfTheSessionHasEnded() {
        signIn(TestTokens.user(CUSTOMER), 0);
        userServiceAnswers(401);

        var answer = browser.get("/app/orders");

        assertThat(answer.location()).isEqualTo("/app/sign-in?then=%2Fapp%2Forders");
        assertThat(browser.get(answer.location()).html())
                .contains("Your session has ended", "value=\"/app/orders\"")
                .doesNotContain("Sign out");
        assertThat(browser.get("/app/sign-in").html()).doesNotContain("Your session has ended");
    }

    @Test
    void endsTheSessionAtUserServiceToo() {
        signIn();
        NEIGHBOURS.override(
                WireMock.post("/api/auth/revoke").willReturn(aResponse().withStatus(204)));

        assertThat(browser.submit("/app/sign-out").html())
                .contains("You are signed out")
                .doesNotContain("Sign out");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/auth/revoke"))
                        .withRequestBody(equalToJson("{\"refreshToken\":\"refresh-1\"}")));
    }

    @Test
    void signsTheBrowserOutAlsoWhileUserServiceIsUnavailable() {
        signIn();
        NEIGHBOURS.override(
                WireMock.post("/api/auth/revoke").willReturn(aResponse().withStatus(503)));
        browser.get("/app/");

        assertThat(browser.submit("/app/sign-out").html()).contains("You are signed out");
        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void closesTheDeskToStaffWhoseRoleWasWithdrawn() {
        signIn(TestTokens.admin(), 0);
        issue(TestTokens.user(TestTokens.STAFF_ID), 900, "refresh-2");
        services.have("GET", "/api/orders", ServiceStubs.list(""));
        browser.get("/app/orders");

        assertThat(browser.get("/app/desk").status()).isEqualTo(403);
    }

    private static void userServiceAnswers(int status) {
        NEIGHBOURS.override(WireMock.post("/api/auth/token")
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "42")));
    }
}
