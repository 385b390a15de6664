package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.ShopClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningShop.class)
class GatewayIT {

    private Shop shop;

    @BeforeEach
    void enter(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products?size=1",
                "/product-service/api/products?size=1",
                "/app/api/products?size=1",
                "/app/api/categories?size=1",
                "/api/products?q=a=b",
                "/product-service/api/products?q=a=b",
                "/app/api/products?q=a=b",
                "/oauth2/jwks",
                "/.well-known/oauth-authorization-server",
                "/api/actuator/health"
            })
    void routesPublicPaths(String path) {
        assertThat(shop.anybody().text(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/products?ids=1",
                "/product-service/internal/products?ids=1",
                "/app/internal/products?ids=1",
                "/actuator/health",
                "/actuator/env",
                "/product-service/actuator/health",
                "/api/actuator/env",
                "/nothing"
            })
    void answersOtherPathsWithA404Problem(String path) {
        var answer = shop.anybody().get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).containsKeys("title", "status", "traceId");
    }

    /** Nothing is in front of this gateway, so it believes nobody's scheme. */
    @Test
    void ignoresForwardedHeadersOfAClientThatIsNoTrustedProxy() {
        var https = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "127.0.0.1");
        var answer = new ShopClient(shop.gateway()).send("GET", "/api/products?size=1", "", null, https);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    /** Also if traces are exported nowhere, as in the containers of these tests. */
    @Test
    void continuesTheTraceOfACaller() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var traced = Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace));

        var answer = new ShopClient(shop.gateway()).send("GET", "/api/products/999999", "", null, traced);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("traceId")).isEqualTo(trace);
    }

    @Test
    void supportsSignInOfFamilyClients() {
        var credentials = Map.of("username", "alice", "password", "alice-password");
        var answer = shop.anybody().post("/app/api/authenticate", credentials);
        var token = (String) answer.body().get("jwtToken");
        var alice = new Shop.Client(shop.gateway(), token);

        assertThat(alice.get("/user-service/api/users/me").body()).hasFieldOrProperty("userId");
        assertThat(alice.get("/app/api/addresses").status()).isEqualTo(200);
        assertThat(shop.anybody().text("/app/api/authenticate/jwt/" + token).content())
                .isEqualTo("true");
        assertThat(shop.anybody()
                        .text("/app/api/authenticate/jwt/" + token + "x")
                        .content())
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/address", "/api/credentials", "/api/verificationTokens"})
    void routesFamilyPathsUnderEachAlias(String path) {
        var customer = shop.newCustomer();
        for (var prefix : List.of("", "/user-service", "/app")) {
            assertThat(customer.get(prefix + path).status()).as(prefix + path).isEqualTo(200);
            assertThat(shop.anybody().get(prefix + path).status())
                    .as(prefix + path)
                    .isEqualTo(401);
        }
    }

    @Test
    void documentsEveryService() {
        var config = shop.anybody().text("/v3/api-docs/swagger-config").content();
        for (var service : ServiceDefinition.behindGateway()) {
            assertThat(config).contains("/v3/api-docs/" + service);
            var description = shop.anybody().get("/v3/api-docs/" + service).body();
            assertThat(description).containsKey("paths");
            assertThat(description.get("paths").toString()).doesNotContain("/internal", "/error");
        }
        assertThat(shop.anybody().text("/swagger-ui/index.html").content()).contains("swagger-ui");
    }
}
