package ecommerce.defaults.limit;

import ecommerce.defaults.problem.RefusedBodyException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.unit.DataSize;

/** Counts the bytes of a body and the time that the client takes to send them. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final DataSize size;
    private final BodyLimits limits;
    private long bytes;
    private long waited;

    LimitedBody(ServletInputStream body, DataSize size, BodyLimits limits) {
        this.body = body;
        this.size = size;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var start = System.nanoTime();
        try {
            var count = body.read(buffer, offset, length);
            check(count, start);
            return count;
        } catch (IOException e) {
            throw NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException
                    ? RefusedBodyException.tooSlow()
                    : e;
        }
    }

    private void check(int count, long start) throws RefusedBodyException {
        bytes += Math.max(0, count);
        waited += System.nanoTime() - start;
        if (bytes > size.toBytes()) {
            throw RefusedBodyException.tooLarge(size);
        }
        if (waited > limits.patience(bytes)) {
            throw RefusedBodyException.tooSlow();
        }
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
