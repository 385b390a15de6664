package ecommerce.defaults.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A request whose body can't be read beyond its limit. Tomcat itself reads and limits forms. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final DataSize size;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, DataSize size) {
        super(request);
        this.size = size;
    }

    /** Returns whether the client has declared a longer body than it may send. */
    boolean isTooLarge() {
        return getContentLengthLong() > size.toBytes();
    }

    TooLargeBodyException tooLarge() {
        return new TooLargeBodyException(size);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream(), size, this::refuse);
        }
        return body;
    }

    private TooLargeBodyException refuse() {
        var refusal = tooLarge();
        setAttribute(TooLargeBodyException.ATTRIBUTE, refusal);
        return refusal;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), charset == null ? StandardCharsets.ISO_8859_1.name() : charset));
    }
}
