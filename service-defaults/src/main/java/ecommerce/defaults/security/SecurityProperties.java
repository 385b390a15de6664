package ecommerce.defaults.security;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

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

    SecurityProperties {
        for (var path : internalScopes.keySet()) {
            Assert.isTrue(path.startsWith("/internal/"), () -> path + " is no internal path, so no scope can open it");
        }
    }

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
        if (parts.length == 1) {
            return paths.matcher(parts[0]);
        }
        var matcher = paths.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
        // A resource that can be read with GET can be read with HEAD (RFC 9110, 9.3.2).
        return parts[0].equals("GET")
                ? new OrRequestMatcher(matcher, paths.matcher(HttpMethod.HEAD, parts[1]))
                : matcher;
    }
}
