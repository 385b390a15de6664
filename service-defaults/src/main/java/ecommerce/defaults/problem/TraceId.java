package ecommerce.defaults.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Finds the trace id of a request, even after its span has left the thread. */
final class TraceId {

    private static final Logger log = LoggerFactory.getLogger(TraceId.class);

    private TraceId() {}

    static Optional<String> of(HttpServletRequest request) {
        return ServerHttpObservationFilter.findObservationContext(request)
                .map(context -> (TracingContext) context.get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId());
    }

    /**
     * Returns and logs a new id in the format of W3C Trace Context, for a request that the servlet container rejects
     * before a trace starts.
     */
    static String ofUntraced(HttpStatus refusal) {
        var id = UUID.randomUUID().toString().replace("-", "");
        log.info("Rejected with {} before a trace started. The response contains trace id {}.", refusal, id);
        return id;
    }
}
