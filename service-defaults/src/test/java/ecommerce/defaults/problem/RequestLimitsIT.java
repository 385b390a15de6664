package ecommerce.defaults.problem;

import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.PiecewiseRequest;
import ecommerce.defaults.test.TestRequests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProbeTest
class RequestLimitsIT {

    private static final int LIMIT = 65_536;

    @Autowired
    RestTestClient client;

    @LocalServerPort
    int port;

    @AfterEach
    void answersAfterwards() {
        TestRequests.as(client, user(7)).get("/me").expectStatus().isOk();
    }

    @Test
    void refusesALargeBodyBeforeItIsSent() throws IOException {
        try (var request = open("Content-Length: 209715200")) {
            assertThat(request.answer(1_000))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "at most 65536 bytes", "traceId")
                    .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void refusesALargeBodyOfUnknownLength() throws Exception {
        var spaces = " ".repeat(LIMIT - 1).getBytes(StandardCharsets.UTF_8);

        assertThat(post(chunked(spaces, "{\"name\":\"a\"}")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(413))
                .satisfies(answer -> assertThat(answer.body()).contains("at most 65536 bytes"));
        assertThat(post(chunked("".getBytes(StandardCharsets.UTF_8), "{\"name\":\"a\"}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"POST, 70000", "PUT, 70000"})
    void refusesALargeForm(String method, int length) throws Exception {
        var form = HttpRequest.newBuilder(URI.create("http://localhost:%d/things".formatted(port)))
                .header("Authorization", user(7))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString("a=" + "b".repeat(length)));

        assertThat(send(form).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"'{\"other\":', 1000, '}'", "'{\"name\":\"', 20000, '\"}'", "'{\"name\":', 1000, '}'"})
    void refusesExcessiveJson(String start, int length, String end) throws Exception {
        var filler = start.contains("other") ? "[" : "1";

        assertThat(post(BodyPublishers.ofString(start + filler.repeat(length) + end)))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("nested too deeply"));
    }

    @Test
    void refusesAUserWhoSendsTooManyRequests() {
        var mallory = TestRequests.as(client, user(66));
        for (var request = 0; request < 200; request++) {
            mallory.get("/me").expectStatus().isOk();
        }

        mallory.get("/me")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Retry-After", "\\d{1,2}")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(429);
        TestRequests.as(client, user(7)).get("/me").expectStatus().isOk();
    }

    @Test
    void refusesLongHeaders() throws IOException {
        try (var request = open("X-Long: " + "a".repeat(9_000))) {
            assertThat(request.answer(1_000)).startsWith("HTTP/1.1 400");
        }
    }

    private PiecewiseRequest open(String header) throws IOException {
        return new PiecewiseRequest(
                port, "/things", "Authorization: " + user(7), "Content-Type: application/json", header);
    }

    private static BodyPublisher chunked(byte[] start, String end) {
        return BodyPublishers.ofInputStream(() -> sequence(start, end.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream sequence(byte[] start, byte[] end) {
        return new SequenceInputStream(new ByteArrayInputStream(start), new ByteArrayInputStream(end));
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:%d/things".formatted(port)))
                .header("Authorization", user(7))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
