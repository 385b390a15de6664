package ecommerce.defaults.serviceclient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.web.client.RestClient;

class NextAddressTests {

    /** Nobody listens here. */
    private static final String DEAD = "127.0.0.2";

    @Test
    void repeatsARequestAtAnotherInstanceInsideTheBreaker() {
        var instance = new WireMockServer(
                WireMockConfiguration.wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        instance.start();
        try {
            instance.stubFor(
                    post("/introspect").withRequestBody(equalTo("token=1")).willReturn(ok("active")));
            var breaker = CircuitBreaker.ofDefaults("introspection");

            assertThat(ask(instance.port(), breaker)).isEqualTo("active");

            assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
            assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(1);
        } finally {
            instance.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://user-service:8081/a?b=c, 10.1.0.5, http://10.1.0.5:8081/a?b=c",
        "http://user-service/a, 2001:db8::5, http://[2001:db8:0:0:0:0:0:5]/a",
        "https://user-service/a, 10.1.0.5,"
    })
    void namesTheOtherAddressUnlessItsCertificateWouldBeAnothers(URI uri, String address, URI repeated) {
        var tried = new ArrayList<URI>();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new NextAddress(host -> addresses(DEAD, address))
                        .intercept(new MockClientHttpRequest(HttpMethod.POST, uri), new byte[0], (request, body) -> {
                            tried.add(request.getURI());
                            throw new ConnectException("refused");
                        }));

        assertThat(tried).startsWith(uri).hasSize(repeated == null ? 1 : 2);
        assertThat(tried.getLast()).isEqualTo(repeated == null ? uri : repeated);
    }

    private static String ask(int port, CircuitBreaker breaker) {
        var settings = HttpClientSettings.defaults().withConnectTimeout(Duration.ofSeconds(1));
        return RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(settings))
                .requestInterceptor(new CircuitBreakerInterceptor(breaker))
                .requestInterceptor(new NextAddress(host -> addresses(host, "127.0.0.1")))
                .build()
                .post()
                .uri("http://%s:%d/introspect".formatted(DEAD, port))
                .body("token=1")
                .retrieve()
                .body(String.class);
    }

    private static InetAddress[] addresses(String first, String second) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(first), InetAddress.getByName(second)};
    }
}
