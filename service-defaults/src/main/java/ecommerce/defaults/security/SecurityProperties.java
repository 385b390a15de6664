package ecommerce.defaults.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What is open to everybody.
 *
 * @param publicEndpoints path patterns, each after an optional method: {@code GET /api/products/**}
 */
@ConfigurationProperties("shop.security")
record SecurityProperties(@DefaultValue List<String> publicEndpoints) {

    RequestMatcher[] publicMatchers() {
        return publicEndpoints.stream().map(SecurityProperties::matcher).toArray(RequestMatcher[]::new);
    }

    private static RequestMatcher matcher(String endpoint) {
        var parts = endpoint.trim().split("\\s+");
        var paths = PathPatternRequestMatcher.withDefaults();
        return parts.length == 1 ? paths.matcher(parts[0]) : paths.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
