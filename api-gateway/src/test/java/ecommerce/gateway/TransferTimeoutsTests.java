package ecommerce.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;

class TransferTimeoutsTests {

    private final TransferTimeouts requests = new TransferTimeouts(
            ClientHttpRequestFactoryBuilder.jdk(),
            HttpClientSettings.defaults().withReadTimeout(Duration.ofMillis(300)),
            new TransferProperties(
                    List.of("/api/products/import", "/api/products/imports/*/refusals"), Duration.ofMinutes(1)));
    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void startAServerThatAnswersLater() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                received.countDown();
                answer.await();
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        answer.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products/import", "/api/products/imports/7/refusals"})
    void waitsLongerForTheAnswerToATransfer(String path) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var transfer = threads.submit(() -> status(path));
            received.await();
            var other = threads.submit(() -> status("/api/products/1"));

            assertThatThrownBy(other::get).hasRootCauseInstanceOf(HttpTimeoutException.class);
            answer.countDown();
            assertThat(transfer.get()).isEqualTo(204);
        }
    }

    private int status(String path) {
        var uri =
                URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
        try (var response = requests.createRequest(uri, HttpMethod.POST).execute()) {
            return response.getStatusCode().value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
