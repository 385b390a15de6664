package ecommerce.defaults.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Limits the time that a client takes to send a body, whoever reads it: a service, or Tomcat if the body is a form.
 * Tomcat's {@code connection-timeout} limits only each pause of the client.
 *
 * <p>The part of a body that the service didn't need precedes the connection's next request. The valve reads it after the
 * answer, within the same limit of time, and closes the connection if it doesn't arrive in time.
 */
final class SlowBodyValve extends ValveBase {

    private final BodyLimits limits;

    SlowBodyValve(BodyLimits limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var received = request.getCoyoteRequest();
        if (received.isFinished()) {
            getNext().invoke(request, response);
            return;
        }
        var body = received.getInputBuffer();
        received.setInputBuffer(new TimedBody(body, limits));
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !received.isFinished() && !closesAnyway(request, response)) {
                response.finishResponse();
                readRest(request);
            }
        } finally {
            received.setInputBuffer(body);
        }
    }

    /** A client with {@code Expect: 100-continue} may omit the body after a refusal. Tomcat closes the connection. */
    private static boolean closesAnyway(Request request, Response response) {
        return request.getCoyoteRequest().hasExpectation() && response.getStatus() >= 300;
    }

    private void readRest(Request request) {
        var protocol = (AbstractHttp11Protocol<?>) request.getConnector().getProtocolHandler();
        var received = request.getCoyoteRequest();
        if (!isReadInTime(received, protocol.getMaxSwallowSize())) {
            received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isReadInTime(org.apache.coyote.Request received, long most) {
        var bytes = 0L;
        try {
            while (!received.isFinished()) {
                var count = received.doRead(new IgnoredBytes());
                if (count < 0) {
                    return true;
                }
                bytes += count;
                if (bytes > most) {
                    return false;
                }
            }
            return true;
        } catch (IOException slowOrMalformed) {
            return false;
        }
    }

    /** Tomcat passes what arrives in a buffer of its own. */
    private static final class IgnoredBytes implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer received) {
            buffer = received;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
