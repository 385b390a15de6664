package ecommerce.defaults.audit;

import ecommerce.defaults.limit.ClientAddress;
import ecommerce.defaults.security.Caller;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds who acts in the current thread, from where, and in which trace. */
final class AuditOrigin {

    private final String service;
    private final Tracer tracer;

    AuditOrigin(String service, Tracer tracer) {
        this.service = service;
        this.tracer = tracer;
    }

    /** Returns the caller of the request. Outside requests, the service itself acts. */
    Actor actor() {
        return Caller.current()
                .map(Actor::of)
                .orElseGet(() ->
                        RequestContextHolder.getRequestAttributes() == null ? Actor.system(service) : Actor.NOBODY);
    }

    /** Returns a text that stands for the caller: its kind and id, or the address of somebody who hasn't signed in. */
    String caller() {
        var actor = actor();
        return actor == Actor.NOBODY
                        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? ClientAddress.of(attributes.getRequest())
                : actor.key();
    }

    /** Returns the address of the request. A task on behalf of a user may give it as the details of the authentication. */
    @Nullable
    String remoteAddress() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest().getRemoteAddr();
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    @Nullable
    String traceId() {
        var span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
