package ecommerce.defaults.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Configures the endpoints that need no token.
 *
 * @param publicEndpoints path patterns, each optionally preceded by a method: {@code GET /api/products/**}
 */
@ConfigurationProperties("shop.security")
record SecurityProperties(@DefaultValue List<String> publicEndpoints) {

    /** Returns a matcher of the public endpoints. It matches nothing if there are none. */
    RequestMatcher publicMatcher() {
        var matchers = publicEndpoints.stream().map(SecurityProperties::matcher).toList();
        return request -> matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static RequestMatcher matcher(String endpoint) {
        var parts = endpoint.trim().split("\\s+");
        var paths = PathPatternRequestMatcher.withDefaults();
        return parts.length == 1 ? paths.matcher(parts[0]) : paths.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
