package ecommerce.system.benchmark.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a GET request over one persistent connection. It does little more than read the bytes, which leaves most of
 * the processor time to the shop.
 */
final class HttpConnection implements Load.Worker<Duration>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI uri;
    private final byte[] request;
    private @Nullable Socket socket;
    private @Nullable InputStream input;

    HttpConnection(URI uri) {
        this.uri = uri;
        var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        this.request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n\r\n"
                .formatted(target, uri.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends the request once and returns the response time.
     *
     * @throws IOException if the response's status isn't 200
     */
    @Override
    public Duration work() throws IOException {
        var start = System.nanoTime();
        var answers = open();
        var response = HttpResponseHead.read(answers);
        response.skipBody(answers);
        if (response.status() != 200) {
            throw new IOException("GET %s returned %d instead of 200.".formatted(uri, response.status()));
        }
        if (response.closes()) {
            close();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Sends the request, over a new connection if the server has closed the last one. */
    private InputStream open() throws IOException {
        var connected = socket;
        var answers = input;
        if (connected == null || answers == null) {
            connected = new Socket(uri.getHost(), uri.getPort());
            connected.setTcpNoDelay(true);
            connected.setSoTimeout((int) PATIENCE.toMillis());
            answers = new BufferedInputStream(connected.getInputStream(), 16_384);
            socket = connected;
            input = answers;
        }
        connected.getOutputStream().write(request);
        return answers;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
            input = null;
        }
    }
}
