package ecommerce.defaults.security;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Configures the endpoints that need no token of a user.
 *
 * @param publicEndpoints path patterns, each optionally preceded by a method: {@code GET /api/products/**}
 * @param internalScopes the one scope that opens each path below {@code /internal}, by path pattern
 */
@ConfigurationProperties("shop.security")
record SecurityProperties(
        @DefaultValue List<String> publicEndpoints,
        @DefaultValue Map<String, String> internalScopes) {

    /** Returns a matcher of the public endpoints. It matches nothing if there are none. */
    RequestMatcher publicMatcher() {
        return any(publicEndpoints.stream().map(SecurityProperties::matcher).toList());
    }

    /** Returns a matcher of the internal endpoints that a scope opens. */
    RequestMatcher internalMatcher() {
        return any(internalScopes.keySet().stream()
                .map(SecurityProperties::matcher)
                .toList());
    }

    private static RequestMatcher any(List<RequestMatcher> matchers) {
        return request -> matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static RequestMatcher matcher(String endpoint) {
        var parts = endpoint.trim().split("\\s+");
        var paths = PathPatternRequestMatcher.withDefaults();
        return parts.length == 1 ? paths.matcher(parts[0]) : paths.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
