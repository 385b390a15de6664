package ecommerce.gateway.ratelimit;

import ecommerce.defaults.limit.ClientAddress;
import ecommerce.defaults.limit.RateBuckets;
import ecommerce.defaults.limit.RateProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses the requests of an address that sends too many. Each instance of the gateway counts by itself. The gateway's own
 * RateLimiter filter isn't used: it knows one route, and stores its buckets through an asynchronous proxy. Refusals are
 * counted by the name of their limit.
 */
@Component
@EnableConfigurationProperties(AddressRates.class)
@Order(-99) // directly inside the security filters, which add the headers for browsers
class AddressRateFilter extends OncePerRequestFilter {

    private record Limit(RequestMatcher endpoints, RateBuckets addresses, Counter refused) {}

    private final List<Limit> limits;
    private final HandlerExceptionResolver problems;

    AddressRateFilter(
            RateProperties rate,
            AddressRates rates,
            MeterRegistry meters,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
        this.limits = rate.enabled()
                ? rates.addresses().entrySet().stream()
                        .map(rule -> limit(rule.getKey(), rule.getValue(), rate.callers(), meters))
                        .toList()
                : List.of();
    }

    private static Limit limit(String name, AddressRates.Rule rule, int callers, MeterRegistry meters) {
        return new Limit(
                rule.matcher(),
                new RateBuckets(rule.limit(), callers),
                Counter.builder("shop.gateway.rate.refused")
                        .description("Requests that a limit on the requests of an address refused")
                        .tag("limit", name)
                        .register(meters));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = ClientAddress.of(request);
        for (var limit : limits) {
            if (limit.endpoints().matches(request)) {
                var refusal = limit.addresses().refuse(client);
                if (refusal.isPresent()) {
                    limit.refused().increment();
                    problems.resolveException(request, response, null, refusal.get());
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }
}
