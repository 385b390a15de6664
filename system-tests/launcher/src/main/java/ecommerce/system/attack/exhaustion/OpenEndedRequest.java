package ecommerce.system.attack.exhaustion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request on a connection of its own, of which a client can send as much as it likes. */
final class OpenEndedRequest implements AutoCloseable {

    /** Stands for the status if the service closes the connection without an answer. */
    static final int CLOSED = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CHUNK = 65_536;

    private final Socket socket;

    /**
     * @param type the type of the body
     * @param header one line, such as the length of the body
     */
    OpenEndedRequest(URI service, String path, String token, String type, String header) {
        try {
            socket = new Socket(service.getHost(), service.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            send("POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                    .formatted(path, service.getAuthority(), token, type, header));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text. Returns false if the service has closed the connection. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (SocketException closed) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends chunks of spaces until the service closes the connection or has received all. Returns the bytes sent. */
    long sendChunks(long bytes) {
        var chunk = "%x\r\n%s\r\n".formatted(CHUNK, " ".repeat(CHUNK));
        var sent = 0L;
        while (sent < bytes && send(chunk)) {
            sent += CHUNK;
        }
        return sent;
    }

    /** Waits for the answer and returns its status, or {@link #CLOSED}. */
    int status() {
        try {
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : CLOSED;
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("No answer within " + PATIENCE, e);
        } catch (SocketException closed) {
            return CLOSED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends another character every few seconds. Returns whether the service closes the connection within a minute. */
    boolean isClosedWhileSending() {
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(PAUSE)) {
            if (endsWithin(PAUSE) || !send(" ")) {
                return true;
            }
        }
        return false;
    }

    private boolean endsWithin(Duration patience) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException closed) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
