package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.util.pattern.PathPatternParser;

@ExtendWith(OutputCaptureExtension.class)
class AddressRateIT extends GatewayTest {

    /** A request to each endpoint of each limit: the limit, the method and the path. */
    private static final String REQUESTS = """
            sign-in, POST, /api/auth/token
            sign-in, POST, /oauth2/token
            sign-in, POST, /app/sign-in
            sign-in, POST, /app/api/authenticate
            tokens, POST, /app/session/refresh
            tokens, DELETE, /app/session
            tokens, POST, /api/auth/revoke
            tokens, POST, /oauth2/revoke
            tokens, POST, /oauth2/introspect
            registration, POST, /api/users
            registration, POST, /app/register
            password, PUT, /api/users/1/password
            password, PUT, /api/credentials
            password, PUT, /api/credentials/1
            password, POST, /app/account/password
            webhook, POST, /api/payments/webhooks
            guest-cart, POST, /api/carts/guests
            guest-cart-line, POST, /api/carts/guests/x/items
            guest-cart-line, PUT, /api/carts/guests/x/items/1
            guest-cart-line, POST, /app/cart/items
            guest-cart-line, POST, /app/cart/items/1
            """;

    @Autowired
    MeterRegistry meters;

    /** An alias doesn't lead around the limit. */
    @ParameterizedTest
    @CsvSource(textBlock = REQUESTS)
    void limitsTheRequestsOfAnAddress(String limit, HttpMethod method, String endpoint) {
        NEIGHBOURS
                .server()
                .stubFor(request(method.name(), urlPathEqualTo(endpoint)).willReturn(ok()));
        var before = refusals(limit);
        var alias = endpoint.startsWith("/api/") ? "/app" + endpoint : endpoint;
        var stranger = stranger();
        for (var path : List.of(endpoint, alias, endpoint)) {
            send(stranger, method, path).expectStatus().isOk();
        }

        for (var path : List.of(endpoint, alias, endpoint)) {
            expectRefusal(send(stranger, method, path));
        }
        NEIGHBOURS.server().verify(3, requestedFor(method.name(), urlPathEqualTo(endpoint)));
        assertThat(refusals(limit) - before).isEqualTo(3);
    }

    @Test
    void limitsAllRequestsOfAnAddress() {
        var before = refusals("everything");
        var stranger = stranger();
        var response = stranger.get("/nothing");
        var sent = 1;
        while (refusals("everything") == before && sent < 10 * EVERYTHING) {
            response = stranger.get("/nothing");
            sent++;
        }

        expectRefusal(response);
        assertThat(sent).isGreaterThan(EVERYTHING);
    }

    @Test
    void limitsHealthChecksAndLogsTheirRefusals(CapturedOutput output) {
        var stranger = stranger();
        for (var check = 0; check < 3; check++) {
            stranger.get("/api/actuator/health").expectStatus().isOk();
        }

        expectRefusal(stranger.get("/api/actuator/health"));
        await().untilAsserted(() -> assertThat(output).contains("GET (no route) 429"));
        assertThat(output).doesNotContain("GET /api/actuator/health");
    }

    /** The other tests replace the numbers. */
    @Test
    void testsEachEndpointOfEachLimitThatIsConfigured() throws IOException {
        var shipped = shipped();
        assertThat(shipped).allSatisfy((name, limit) -> {
            assertThat(limit.requests()).isPositive();
            assertThat(limit.period()).isPositive();
        });
        assertThat(shipped.remove("everything").endpoints()).containsExactly("/**");
        assertThat(shipped.remove("health").endpoints()).containsExactly("/api/actuator/health");
        var requests = REQUESTS.lines().map(row -> row.split(", ")).toList();
        assertThat(shipped)
                .allSatisfy((name, limit) -> assertThat(limit.endpoints())
                        .allSatisfy(endpoint ->
                                assertThat(requests).anyMatch(row -> row[0].equals(name) && matches(endpoint, row))));
    }

    record Limit(List<String> endpoints, long requests, Duration period) {}

    private static Map<String, Limit> shipped() throws IOException {
        var file = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml"));
        return new Binder(ConfigurationPropertySources.from(file))
                .bind("shop.limits.rate.addresses", Bindable.mapOf(String.class, Limit.class))
                .get();
    }

    private static boolean matches(String endpoint, String[] row) {
        var parts = endpoint.split(" ");
        return parts[0].equals(row[1])
                && PathPatternParser.defaultInstance.parse(parts[1]).matches(PathContainer.parsePath(row[2]));
    }

    private static ResponseSpec send(TestRequests caller, HttpMethod method, String path) {
        if (method == HttpMethod.DELETE) {
            return caller.delete(path);
        }
        return method == HttpMethod.PUT ? caller.put(path, null) : caller.post(path, null);
    }

    private static void expectRefusal(ResponseSpec response) {
        response.expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueMatches("Retry-After", "\\d+");
    }

    private double refusals(String limit) {
        return meters.counter("shop.gateway.rate.refused", "limit", limit).count();
    }
}
