package ecommerce.gateway.ratelimit;

import ecommerce.defaults.limit.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

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

        RateLimit limit() {
            return new RateLimit(requests, period);
        }
    }
}
