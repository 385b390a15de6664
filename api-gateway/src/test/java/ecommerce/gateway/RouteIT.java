package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests the gateway in front of one stub server for all services. product-service also has an unreachable instance. */
@ServiceTest
@TestPropertySource(properties = {"management.server.port=0", "springdoc.api-docs.enabled=true"})
class RouteIT {

    private static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    RestTestClient client;

    @Autowired
    ServiceRoutes services;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "product-service", "order-service", "proxy-client");
        var dead = "http://localhost:" + closedPort();
        properties.add("spring.cloud.discovery.client.simple.instances.product-service[1].uri", () -> dead);
    }

    @BeforeEach
    void forget() {
        NEIGHBOURS.server().resetAll();
    }

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

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
