package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RouteIT extends GatewayTest {

    @Autowired
    ServiceRoutes services;

    @ParameterizedTest
    @CsvSource({
        "/api/orders/1, /api/orders/1",
        "/order-service/api/orders/1, /api/orders/1",
        "/app/api/orders/1, /api/orders/1",
        "/app/orders, /app/orders",
        "/app/api/authenticate/jwt/x, /app/api/authenticate/jwt/x",
        "/oauth2/jwks, /oauth2/jwks",
        "/v3/api-docs/order-service, /v3/api-docs"
    })
    void forwardsAPathToItsService(String path, String forwarded) {
        NEIGHBOURS.server().stubFor(get(urlPathEqualTo(forwarded)).willReturn(ok(forwarded)));

        TestRequests.anonymous(client)
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(forwarded);
    }

    @Test
    void retriesOnAnotherInstance() {
        NEIGHBOURS.server().stubFor(get(urlPathEqualTo("/api/products/1")).willReturn(ok()));

        for (var request = 0; request < 4; request++) {
            TestRequests.anonymous(client).get("/api/products/1").expectStatus().isOk();
        }
    }

    @Test
    void listsTheDocumentsOfAllServicesForSwaggerUi() {
        TestRequests.anonymous(client)
                .get("/v3/api-docs/swagger-config")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.urls.length()")
                .isEqualTo(services.routes().size())
                .jsonPath("$.urls[?(@.name == 'order-service')].url")
                .isEqualTo("/v3/api-docs/order-service");
    }
}
