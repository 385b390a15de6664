package ecommerce.defaults.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A POST request on a connection of its own, whose body a test sends piece by piece. */
public final class PiecewiseRequest implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Socket socket;

    /** Sends the headers, which should announce a body. */
    public PiecewiseRequest(int port, String path, String... headers) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        send("POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n".formatted(path, String.join("\r\n", headers)));
    }

    /** Sends a request that HTTP clients refuse to send, and returns the whole answer. */
    public static String answerTo(int port, String requestLine, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            var lines = Stream.concat(
                    Stream.of(requestLine, "Host: localhost", "Connection: close"), Arrays.stream(headers));
            var request = lines.collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends another byte, and returns whether the service has closed the connection. */
    public boolean isClosed() throws IOException {
        return isClosedFor(" ");
    }

    /** Sends the text, and returns whether the service has answered or closed the connection. */
    public boolean isAnswered(String text) throws IOException {
        return isClosedFor(text) || socket.getInputStream().available() > 0;
    }

    private boolean isClosedFor(String text) throws IOException {
        try {
            send(text);
            return false;
        } catch (SocketException closed) {
            return true;
        }
    }

    /** Waits for that many characters of the answer, or for its end if it is shorter. */
    public String answer(int length) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            for (var next = read(); next >= 0; next = read()) {
                answer.write(next);
                if (answer.size() == length) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // The service closes a connection whose request it hasn't read. What has arrived is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
