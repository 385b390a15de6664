package ecommerce.defaults.serviceclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.StaffTokens;
import ecommerce.defaults.security.StaffTokensUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Asks a user-service that accepts connections and doesn't answer. */
@Timeout(60)
class IntrospectedStaffTokensTests {

    private static final Caller STAFF = new Caller("1", "admin", List.of("ADMIN"));

    private final CountDownLatch recovered = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void hang() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/introspect", this::answerAfterRecovery);
        server.start();
    }

    @AfterEach
    void stop() {
        recovered.countDown();
        server.stop(0);
    }

    @Test
    void waitsOnceForAllRequestsWithAToken() throws Exception {
        var tokens = tokens(Duration.ofMinutes(5));
        Callable<Boolean> request = () -> tokens.isActive(STAFF, "token");

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(Collections.nCopies(10, request))) {
                assertThat(answer.exceptionNow()).isInstanceOf(StaffTokensUnavailableException.class);
            }
        }

        assertThat(questions).hasValue(1);
    }

    @Test
    void asksAgainSoon() {
        var tokens = tokens(Duration.ofMillis(50));
        assertThatExceptionOfType(StaffTokensUnavailableException.class)
                .isThrownBy(() -> tokens.isActive(STAFF, "token"));

        recovered.countDown();

        Awaitility.await()
                .ignoreException(StaffTokensUnavailableException.class)
                .until(() -> tokens.isActive(STAFF, "token"));
    }

    private StaffTokens tokens(Duration retryInterval) {
        var address = server.getAddress();
        return new StaffTokenAutoConfiguration()
                .staffTokens(
                        ClientHttpRequestFactoryBuilder.jdk(),
                        HttpClientSettings.defaults(),
                        new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("service")
                                .clientId("order-service")
                                .clientSecret("secret")
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .tokenUri("http://localhost/oauth2/token")
                                .build()),
                        CircuitBreakerRegistry.ofDefaults(),
                        new StaffTokenProperties(
                                "http://%s:%d/oauth2/introspect".formatted(address.getHostString(), address.getPort()),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(500),
                                retryInterval));
    }

    private void answerAfterRecovery(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            recovered.await();
            var body = "{\"active\":true,\"iss\":\"http://localhost\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
