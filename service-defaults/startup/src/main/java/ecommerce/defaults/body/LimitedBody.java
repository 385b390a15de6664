package ecommerce.defaults.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;

/** Counts the bytes of a body. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final DataSize size;
    private final Supplier<TooLargeBodyException> refusal;
    private long bytes;

    LimitedBody(ServletInputStream body, DataSize size, Supplier<TooLargeBodyException> refusal) {
        this.body = body;
        this.size = size;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = body.read(buffer, offset, length);
        bytes += Math.max(0, count);
        if (bytes > size.toBytes()) {
            throw refusal.get();
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
