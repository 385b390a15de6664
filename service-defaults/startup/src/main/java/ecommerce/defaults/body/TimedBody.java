package ecommerce.defaults.body;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that fails to be read, as after a pause that is too long, once the client has taken too much time to send it. */
final class TimedBody implements InputBuffer {

    private final InputBuffer body;
    private final BodyLimits limits;
    private long bytes;
    private long waited;

    TimedBody(InputBuffer body, BodyLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (waited > limits.patience(bytes)) {
            throw new SocketTimeoutException("The body arrives too slowly");
        }
        var start = System.nanoTime();
        try {
            var count = body.doRead(handler);
            bytes += Math.max(0, count);
            return count;
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    @Override
    public int available() {
        return body.available();
    }
}
