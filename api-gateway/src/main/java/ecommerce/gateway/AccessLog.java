package ecommerce.gateway;

import ecommerce.defaults.observability.Route;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs one line for each request, in the same format and with the same trace id as all other logs. The fields are named
 * as in the Elastic Common Schema and in OpenTelemetry. The line contains the route instead of the path, and no query and no
 * headers, because all of these may contain secrets. Health checks that succeed aren't logged; their rate is limited.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // directly inside the tracing filter, whose order is + 1
class AccessLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = System.nanoTime();
        var failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            var status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
            if (!isSuccessfulHealthCheck(request, status)) {
                log(request, status, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private static boolean isSuccessfulHealthCheck(HttpServletRequest request, int status) {
        return status == HttpServletResponse.SC_OK && request.getRequestURI().equals("/api/actuator/health");
    }

    private static void log(HttpServletRequest request, int status, Duration took) {
        var route = Route.of(request);
        log.atInfo()
                .addKeyValue("http.request.method", request.getMethod())
                .addKeyValue("http.route", route)
                .addKeyValue("http.response.status_code", status)
                .addKeyValue("event.duration", took.toNanos())
                .addKeyValue("client.address", request.getRemoteAddr())
                .log("{} {} {} {} ms", request.getMethod(), route, status, took.toMillis());
    }
}
