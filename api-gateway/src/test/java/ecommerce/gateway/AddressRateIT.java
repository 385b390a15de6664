package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class AddressRateIT extends GatewayTest {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Autowired
    MeterRegistry meters;

    /** An alias doesn't lead around the limit. */
    @ParameterizedTest
    @CsvSource({
        "sign-in, POST, /api/auth/token",
        "sign-in, POST, /oauth2/token",
        "sign-in, POST, /app/session",
        "tokens, POST, /app/session/refresh",
        "tokens, POST, /api/auth/revoke",
        "tokens, POST, /oauth2/revoke",
        "tokens, POST, /oauth2/introspect",
        "registration, POST, /api/users",
        "password, PUT, /api/users/1/password",
        "webhook, POST, /api/payments/webhooks",
        "guest-cart, POST, /api/carts/guests",
        "guest-cart-line, POST, /api/carts/guests/x/items"
    })
    void limitsTheRequestsOfAnAddress(String limit, HttpMethod method, String endpoint) {
        NEIGHBOURS
                .server()
                .stubFor(request(method.name(), urlPathEqualTo(endpoint)).willReturn(ok()));
        var before = refusals(limit);
        var alias = endpoint.startsWith("/api/") ? "/app" + endpoint : endpoint;
        // An address that no other test uses.
        var stranger =
                TestRequests.anonymous(client).with("X-Forwarded-For", "198.51.100." + NEXT_ADDRESS.incrementAndGet());
        for (var path : List.of(endpoint, alias, endpoint)) {
            send(stranger, method, path).expectStatus().isOk();
        }

        for (var path : List.of(endpoint, alias, endpoint)) {
            send(stranger, method, path)
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueMatches("Retry-After", "\\d+");
        }
        NEIGHBOURS.server().verify(3, requestedFor(method.name(), urlPathEqualTo(endpoint)));
        assertThat(refusals(limit) - before).isEqualTo(3);
    }

    private static ResponseSpec send(TestRequests caller, HttpMethod method, String path) {
        return method == HttpMethod.PUT ? caller.put(path, null) : caller.post(path, null);
    }

    private double refusals(String limit) {
        return meters.counter("shop.gateway.rate.refused", "limit", limit).count();
    }
}
