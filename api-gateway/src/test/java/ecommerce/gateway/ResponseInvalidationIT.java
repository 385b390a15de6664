package ecommerce.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests which requests invalidate the responses that the gateway keeps. */
class ResponseInvalidationIT extends ResponseCacheTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void forgetsTheResponsesOfAServiceThatMayHaveChangedSomething(int status) {
        answer(shared("old"));
        expectBody(product, "old");
        NEIGHBOURS.server().stubFor(any(urlEqualTo("/api/categories")).willReturn(status(status)));
        visitor.with("Idempotency-Key", product)
                .post("/app/api/categories", "{}")
                .expectStatus()
                .isEqualTo(status);
        answer(shared("new"));

        expectBody(product, "new");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409})
    void keepsTheResponsesOfAServiceThatRefusesAChange(int status) {
        answer(shared("a"));
        expectBody(product, "a");
        NEIGHBOURS.server().stubFor(any(urlEqualTo("/api/categories")).willReturn(status(status)));

        visitor.post("/app/api/categories", "{}").expectStatus().isEqualTo(status);

        expectBody(product, "a");
        expectRequests(1);
    }

    @Test
    void keepsTheResponsesOfAServiceThatDoesNotGetTheWholeChange() throws IOException {
        answer(shared("a"));
        expectBody(product, "a");

        assertThat(sendChange("Content-Length: 10\r\n\r\nshort")).doesNotContain("200 OK");
        var tooLong = "Transfer-Encoding: chunked\r\n\r\n11170\r\n%s\r\n0\r\n\r\n".formatted("x".repeat(0x11170));
        assertThat(sendChange(tooLong)).startsWith("HTTP/1.1 413");

        expectBody(product, "a");
        expectRequests(1);
    }

    /** Returns the response after the gateway has closed the connection. */
    private String sendChange(String rest) throws IOException {
        NEIGHBOURS.server().stubFor(any(urlEqualTo("/api/categories")).willReturn(ok()));
        try (var socket = new Socket("localhost", port)) {
            var request = "POST /api/categories HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
