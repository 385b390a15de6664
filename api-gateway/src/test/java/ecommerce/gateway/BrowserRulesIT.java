package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.TestRequests;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Tests what browsers are told: which sites may call the API, and what a response may load. */
class BrowserRulesIT extends GatewayTest {

    private static final String CSP = "Content-Security-Policy";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @BeforeEach
    void answerEverything() {
        NEIGHBOURS
                .server()
                .stubFor(any(anyUrl()).willReturn(ok().withHeader(CSP, "default-src 'self'; img-src 'self'")));
    }

    @Test
    void letsAConfiguredSiteCallTheApiWithoutCookies() {
        preflight("https://partner.example", "PUT", "authorization,if-match")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(ALLOWED, "https://partner.example")
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Credentials");
        TestRequests.anonymous(client)
                .with("Origin", "http://localhost:3000")
                .get("/api/orders/1")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(ALLOWED, "http://localhost:3000")
                .expectHeader()
                .value(
                        "Access-Control-Expose-Headers",
                        headers -> assertThat(headers).contains("ETag"));
        assertThat(NEIGHBOURS.server().getAllServeEvents()).hasSize(1);
    }

    /** The proxy in front of the gateway ends TLS and doesn't say so. */
    @Test
    void letsTheShopsOwnPagesCallTheApiBehindAProxyThatIsNotTrusted() {
        TestRequests.anonymous(client)
                .with("Origin", "https://shop.example:8443")
                .post("/app/sign-in", null)
                .expectStatus()
                .isOk();
        TestRequests.anonymous(client)
                .with("Origin", "https://shop.example")
                .post("/app/sign-in", null)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void letsAConfiguredSiteReadTheRefusalOfALargeBody() {
        TestRequests.anonymous(client)
                .with("Origin", "http://localhost:3000")
                .post("/api/orders", Map.of("note", "a".repeat(70_000)))
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .valueEquals(ALLOWED, "http://localhost:3000")
                .expectHeader()
                .value(CSP, policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void refusesOtherSitesAndTheHeaderOfTheSession() {
        preflight("https://partner.example.evil", "GET", "authorization")
                .expectStatus()
                .isForbidden();
        preflight("https://partner.example", "POST", "x-requested-with")
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client)
                .with("Origin", "null")
                .get("/api/orders/1")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist(ALLOWED)
                .expectHeader()
                .contentType("application/problem+json");
        assertThat(NEIGHBOURS.server().getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesToStartWithAnOriginThatIsNone() {
        for (var origin : List.of("*", "https://a.example/", "a.example", "null")) {
            assertThatThrownBy(() -> new CorsProperties(List.of(origin), URI.create("http://localhost:8080")))
                    .as(origin)
                    .hasMessageContaining("CORS_ALLOWED_ORIGINS");
        }
    }

    @Test
    void keepsThePolicyOfAServiceAndAddsItsOwnElsewhere() {
        TestRequests.anonymous(client)
                .get("/app/")
                .expectHeader()
                .valueEquals(CSP, "default-src 'self'; img-src 'self'");
        TestRequests.anonymous(client)
                .get("/nothing")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals(CSP, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value("Permissions-Policy", policy -> assertThat(policy).contains("camera=()"));
    }

    /** A page with inline scripts would be blank under its policy. */
    @Test
    void servesSwaggerUiUnderAPolicyThatItsPageSatisfies() {
        TestRequests.anonymous(client)
                .get("/swagger-ui/index.html")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        CSP,
                        policy -> assertThat(policy)
                                .startsWith(
                                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"))
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("<script src=\"./swagger-ui-bundle.js\"")
                        .doesNotContainPattern("<script(?![^>]* src=\"\\./)")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContain("http://", "https://"));
    }

    private ResponseSpec preflight(String origin, String method, String headers) {
        return client.options()
                .uri("/api/orders/1")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .exchange();
    }
}
