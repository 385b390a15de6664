package ecommerce.gateway.ratelimit;

import ecommerce.defaults.limit.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Limits how many requests an address may send.
 *
 * @param addresses the limits by name
 */
@ConfigurationProperties("shop.limits.rate")
record AddressRates(Map<String, Rule> addresses) {

    /**
     * A limit that some endpoints share.
     *
     * @param endpoints path patterns, each optionally preceded by a method
     * @param requests the burst: how many requests an address may send at once
     * @param period the time in which a used burst comes back, evenly
     */
    record Rule(List<String> endpoints, long requests, Duration period) {

        RequestMatcher matcher() {
            return new OrRequestMatcher(endpoints.stream().map(Rule::matcher).toList());
        }

        private static RequestMatcher matcher(String endpoint) {
            var parts = endpoint.split(" ", 2);
            var paths = PathPatternRequestMatcher.withDefaults();
            return parts.length == 1 ? paths.matcher(endpoint) : paths.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
        }

        RateLimit limit() {
            return new RateLimit(requests, period);
        }
    }
}
