package ecommerce.gateway.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A group of endpoints.
 *
 * @param method the HTTP method, or null for all
 */
record EndpointPattern(@Nullable String method, PathPattern path) {

    /** Parses a path pattern that a method may precede: {@code POST /api/users}. */
    static EndpointPattern of(String endpoint) {
        var parts = endpoint.split(" ", 2);
        return parts.length == 1
                ? new EndpointPattern(null, PathPatternParser.defaultInstance.parse(endpoint))
                : new EndpointPattern(parts[0], PathPatternParser.defaultInstance.parse(parts[1]));
    }

    boolean matches(HttpServletRequest request, PathContainer requested) {
        return (method == null || method.equals(request.getMethod())) && path.matches(requested);
    }
}
