package ecommerce.system.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request that is sent byte for byte, because HTTP clients repair or refuse what an intruder sends.
 *
 * @param target the request target, as is
 * @param headers header lines beside {@code Host} and {@code Connection}
 */
record RawRequest(String method, String target, List<String> headers, String body) {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST = 1 << 20;

    /** @param status the status; 0 if the connection was closed without a response */
    record RawAnswer(int status, String content) {

        boolean isRefusal() {
            return status == 0 || (status >= 400 && status < 500);
        }
    }

    static RawRequest get(String target) {
        return new RawRequest("GET", target, List.of(), "");
    }

    RawRequest with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, List.copyOf(more), body);
    }

    /** Adds the token as a header; nothing if it is empty. */
    RawRequest withToken(String token) {
        return token.isEmpty() ? this : with("Authorization: Bearer " + token);
    }

    /** @throws IllegalStateException if the service accepts no connection, or sends nothing for 20 s */
    RawAnswer send(URI door) {
        var received = new ByteArrayOutputStream();
        try (var socket = connect(door)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes(door));
            socket.getOutputStream().flush();
            var input = socket.getInputStream();
            var buffer = new byte[8192];
            for (var read = input.read(buffer); read >= 0 && received.size() < LONGEST; read = input.read(buffer)) {
                received.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("%s %s gets no answer".formatted(method, target), e);
        } catch (IOException closed) {
            return answer(received);
        }
        return answer(received);
    }

    private static Socket connect(URI door) {
        try {
            return new Socket(door.getHost(), door.getPort());
        } catch (IOException e) {
            throw new IllegalStateException("%s accepts no connection".formatted(door), e);
        }
    }

    private byte[] bytes(URI door) {
        var lines = new ArrayList<String>();
        lines.add("%s %s HTTP/1.1".formatted(method, target));
        lines.add("Host: %s:%d".formatted(door.getHost(), door.getPort()));
        lines.addAll(headers);
        lines.add("Connection: close");
        return (String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static RawAnswer answer(ByteArrayOutputStream received) {
        var text = received.toString(StandardCharsets.UTF_8);
        var status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        var body = text.indexOf("\r\n\r\n");
        return new RawAnswer(status, body < 0 ? "" : text.substring(body + 4));
    }
}
