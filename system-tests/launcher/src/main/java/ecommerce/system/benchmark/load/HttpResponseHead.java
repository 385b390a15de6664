package ecommerce.system.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The fields of an HTTP/1.1 response head that a client needs to find the end of the body.
 *
 * @param length the body's length in bytes; -1 if the body is chunked
 * @param closes whether the server closes the connection after the response
 */
record HttpResponseHead(int status, int length, boolean closes) {

    private static final int CHUNKED = -1;

    static HttpResponseHead read(InputStream input) throws IOException {
        var status = Integer.parseInt(line(input).split(" ", 3)[1]);
        var length = 0;
        var closes = false;
        for (var header = line(input); !header.isEmpty(); header = line(input)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                length = CHUNKED;
            } else if (lower.startsWith("connection:") && lower.endsWith("close")) {
                closes = true;
            }
        }
        return new HttpResponseHead(status, length, closes);
    }

    void skipBody(InputStream input) throws IOException {
        if (length != CHUNKED) {
            input.skipNBytes(length);
            return;
        }
        var size = chunkSize(input);
        while (size > 0) {
            input.skipNBytes(size + 2L);
            size = chunkSize(input);
        }
        while (!line(input).isEmpty()) {
            // Skips trailers.
        }
    }

    private static int chunkSize(InputStream input) throws IOException {
        return Integer.parseInt(line(input).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream input) throws IOException {
        var line = new StringBuilder(64);
        for (var read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new EOFException("The server closed the connection before the response was complete.");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
