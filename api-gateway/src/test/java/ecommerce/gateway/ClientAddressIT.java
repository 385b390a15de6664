package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.defaults.test.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the address and the scheme of a client behind a load balancer, as the services are told. */
class ClientAddressIT extends GatewayTest {

    private static final String HSTS = "Strict-Transport-Security";

    @BeforeEach
    void answerEverything() {
        NEIGHBOURS.server().stubFor(any(anyUrl()).willReturn(ok()));
    }

    /** The load balancer appends the address of its client to what the client sent. */
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "'198.51.100.1, 203.0.113.9', 203.0.113.9",
        "'127.0.0.1, 203.0.113.9', 203.0.113.9",
        "'203.0.113.9, 10.1.3.4', 203.0.113.9"
    })
    void tellsTheAddressThatTheLoadBalancerSaw(String header, String address) {
        var seen = send(TestRequests.anonymous(client).with("X-Forwarded-For", header));

        assertThat(seen.header("X-Forwarded-For").values()).containsExactly(address);
    }

    @Test
    void dropsWhatAClientSaysAboutItself() {
        var seen = send(TestRequests.anonymous(client)
                .with("Forwarded", "for=198.51.100.1;proto=https;host=evil.example")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Real-IP", "198.51.100.1"));

        assertThat(seen.containsHeader("Forwarded")).isFalse();
        assertThat(seen.header("X-Forwarded-For").values()).containsExactly("127.0.0.1");
        assertThat(seen.header("X-Forwarded-Host").values()).allMatch(host -> host.startsWith("localhost"));
        assertThat(seen.header("X-Forwarded-Proto").values()).containsExactly("http");
    }

    @Test
    void requiresHttpsInFutureOnlyOverHttps() {
        var balancer = TestRequests.anonymous(client).with("X-Forwarded-For", "203.0.113.9");

        balancer.with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "443")
                .get("/api/orders/1")
                .expectHeader()
                .value(HSTS, value -> assertThat(value).startsWith("max-age=31536000"));
        assertThat(NEIGHBOURS
                        .server()
                        .getAllServeEvents()
                        .getFirst()
                        .getRequest()
                        .header("X-Forwarded-Proto")
                        .values())
                .containsExactly("https");
        balancer.with("X-Forwarded-Proto", "http")
                .get("/api/orders/1")
                .expectHeader()
                .doesNotExist(HSTS);
    }

    private static LoggedRequest send(TestRequests request) {
        request.get("/api/orders/1").expectStatus().isOk();
        return NEIGHBOURS.server().getAllServeEvents().getFirst().getRequest();
    }
}
