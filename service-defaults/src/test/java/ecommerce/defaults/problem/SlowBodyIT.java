package ecommerce.defaults.problem;

import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.PiecewiseRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service waits a second for a body, and another second for each KB. */
@ProbeTest
class SlowBodyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @LocalServerPort
    int port;

    @Test
    void stopsWaitingForASlowBody() throws IOException {
        try (var request = open("Content-Length: 60000")) {
            await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> request.isAnswered(" "));

            assertThat(request.answer(1_000)).startsWith("HTTP/1.1 408").contains("arrives too slowly", "traceId");
            await().atMost(PATIENCE).pollInterval(PAUSE).until(request::isClosed);
        }
    }

    @Test
    void stopsWaitingForABodyThatNeverComes() throws IOException {
        try (var request = open("Content-Length: 60000")) {
            assertThat(request.answer(1_000))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "arrives too slowly");
        }
    }

    /** The end takes longer than a short body may, but the whole body has time for each of its 10 KB. */
    @Test
    void waitsForTheEndOfALargeBody() throws IOException {
        var sent = new AtomicInteger();
        try (var request = open("Content-Length: 10072")) {
            request.send(" ".repeat(10_000));
            await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
                request.send(" ");
                return sent.incrementAndGet() == 60;
            });
            request.send("{\"name\":\"a\"}");

            assertThat(request.answer(12)).isEqualTo("HTTP/1.1 200");
        }
    }

    /** A refusal doesn't need the body, but the connection's next request comes after it. */
    @Test
    void closesTheConnectionIfTheBodyOfARefusedRequestIsSlow() throws IOException {
        try (var request = open("Bearer forged", "Content-Length: 60000")) {
            assertThat(request.answer(12)).isEqualTo("HTTP/1.1 401");

            await().atMost(PATIENCE).pollInterval(PAUSE).until(request::isClosed);
        }
    }

    @Test
    void keepsTheConnectionAfterARefusedRequestWithASmallBody() throws IOException {
        try (var request = open("Bearer forged", "Content-Length: 12")) {
            request.send("{\"name\":\"a\"}");
            assertThat(request.answer(12)).isEqualTo("HTTP/1.1 401");

            request.send("GET /me HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
                    .formatted(user(7)));
            assertThat(request.answer(10_000)).contains("HTTP/1.1 200");
        }
    }

    private PiecewiseRequest open(String header) throws IOException {
        return open(user(7), header);
    }

    private PiecewiseRequest open(String authorization, String header) throws IOException {
        return new PiecewiseRequest(
                port, "/things", "Authorization: " + authorization, "Content-Type: application/json", header);
    }
}
