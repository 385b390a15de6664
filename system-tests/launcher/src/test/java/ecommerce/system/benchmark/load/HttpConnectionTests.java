package ecommerce.system.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import ecommerce.system.benchmark.process.ProcessorTimes;
import ecommerce.system.process.LauncherException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTests {

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/chunked", 200, 0);
        answer("/sized", 200, 5);
        answer("/missing", 404, 5);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void readsSeveralResponsesOverOneConnection() throws IOException {
        for (var path : new String[] {"/chunked?size=2", "/sized"}) {
            try (var connection = new HttpConnection(uri(path))) {
                assertThat(connection.work()).isPositive();
                assertThat(connection.work()).isPositive();
            }
        }
        assertThat(served).hasValue(4);
    }

    @Test
    void failsIfTheStatusIsNot200() throws IOException {
        try (var connection = new HttpConnection(uri("/missing"))) {
            assertThatThrownBy(connection::work)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("404 instead of 200");
        }
    }

    @Test
    void measuresReadsAndFailsIfAReadFails() {
        var load = new ReadLoad(2);

        var result = load.run(uri("/sized"), Duration.ofMillis(1), this::afterMoreAnswers);

        assertThat(result.done()).isNotEmpty().allMatch(Duration::isPositive);
        assertThat(result.time()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
        assertThatThrownBy(() -> load.run(uri("/missing"), Duration.ofMillis(1), () -> new ProcessorTimes(Map.of())))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("404");
    }

    @Test
    void detectsThatTheServerClosesTheConnection() throws IOException {
        var head = head("HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n");

        assertThat(head).isEqualTo(new HttpResponseHead(200, 12, true));
        assertThat(head("HTTP/1.1 503 \r\ntransfer-encoding: chunked\r\n\r\n"))
                .isEqualTo(new HttpResponseHead(503, -1, false));
    }

    @Test
    void failsOnAnIncompleteResponse() {
        assertThatThrownBy(() -> head("HTTP/1.1 200 OK\r\nContent-Le")).isInstanceOf(EOFException.class);
    }

    private ProcessorTimes afterMoreAnswers() {
        var before = served.get();
        await().until(() -> served.get() > before + 4);
        return new ProcessorTimes(Map.of());
    }

    private static HttpResponseHead head(String text) throws IOException {
        return HttpResponseHead.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @param length the body's length; 0 for a chunked body */
    private void answer(String path, int status, int length) {
        server.createContext(path, exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write("Hello".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
    }
}
