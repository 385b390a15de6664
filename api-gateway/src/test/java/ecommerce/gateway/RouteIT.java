package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.PiecewiseRequest;
import ecommerce.defaults.test.TestRequests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

class RouteIT extends GatewayTest {

    @Autowired
    ServiceRoutes services;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/api/orders/1, /api/orders/1",
        "/order-service/api/orders/1, /api/orders/1",
        "/app/api/orders/1, /api/orders/1",
        "/app/orders, /app/orders",
        "/, /",
        "/robots.txt, /robots.txt",
        "/sitemap.xml, /sitemap.xml",
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

    /** Requests take turns, so the next instance in turn is often the one that has just failed. */
    @Test
    void retriesConcurrentRequestsOnAnotherInstance() throws Exception {
        NEIGHBOURS.server().stubFor(get(urlPathEqualTo("/api/products/1")).willReturn(ok()));
        var requests = stranger();
        Callable<HttpStatusCode> read =
                () -> requests.get("/api/products/1").returnResult(String.class).getStatus();

        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(Collections.nCopies(320, read)).stream()
                            .map(Future::resultNow))
                    .containsOnly(HttpStatus.OK);
        }
    }

    /** The unreachable instance refuses the connection, so it receives nothing. */
    @Test
    void retriesAnUnsentRequestOnAnotherInstanceWhateverItsMethod() {
        NEIGHBOURS
                .server()
                .stubFor(post(urlPathEqualTo("/api/products"))
                        .withRequestBody(equalToJson("{\"productTitle\":\"Lamp\"}"))
                        .willReturn(created()));

        for (var request = 0; request < 4; request++) {
            TestRequests.anonymous(client)
                    .post("/api/products", Map.of("productTitle", "Lamp"))
                    .expectStatus()
                    .isCreated();
        }

        NEIGHBOURS.server().verify(4, postRequestedFor(urlPathEqualTo("/api/products")));
    }

    @Test
    void answers503WithoutAnInstance() {
        for (var answer : List.of(
                TestRequests.anonymous(client).get("/api/favourites"),
                TestRequests.anonymous(client).post("/api/favourites", Map.of()))) {
            answer.expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueMatches("Retry-After", "\\d+");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders, 60000, false",
        "/api/orders, 70000, true",
        "/order-service/api/orders, 70000, true",
        "/api/products/import, 70000, false",
        "/product-service/api/products/import, 70000, false",
        "/app/api/products/import, 70000, false"
    })
    void limitsBodiesByTheirRoute(String path, int length, boolean refused) throws Exception {
        NEIGHBOURS.server().stubFor(post(anyUrl()).willReturn(ok()));
        var body = new byte[length];

        assertThat(send(path, BodyPublishers.ofByteArray(body)) == 413).isEqualTo(refused);
        assertThat(send(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))) == 413)
                .isEqualTo(refused);
    }

    /** The gateway itself reads forms, whatever their path and without a token. */
    @Test
    void closesTheConnectionIfAFormIsSlow() throws IOException {
        var form = "Content-Type: " + MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        try (var request = new PiecewiseRequest(port, "/nowhere", form, "Content-Length: 16000")) {
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(request::isClosed);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "HEAD, 200", "POST, 404", "PUT, 404", "PATCH, 404", "DELETE, 404", "OPTIONS, 404"})
    void forwardsNothingButReadsToItsOwnHealth(HttpMethod method, int status) {
        var response = client.method(method)
                .uri("/api/actuator/health")
                .header("X-Forwarded-For", newAddress())
                .exchange();

        response.expectStatus().isEqualTo(status);
        if (status == 404) {
            response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    private int send(String path, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .POST(body)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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
                .isEqualTo("/v3/api-docs/order-service")
                .jsonPath("$.oauth2RedirectUrl")
                .isEqualTo("https://shop.example:8443/swagger-ui/oauth2-redirect.html");
    }
}
