package ecommerce.defaults.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** The id of the trace that a request belongs to, also after its span has left the thread. */
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
     * A new id of the same form (W3C Trace Context), for a request that the servlet container refuses before any trace
     * begins. The refusal is logged under the id.
     */
    static String ofUntraced(HttpStatus refusal) {
        var id = UUID.randomUUID().toString().replace("-", "");
        log.info("Refused with {} before a trace began. The answer names the trace {}.", refusal, id);
        return id;
    }
}
