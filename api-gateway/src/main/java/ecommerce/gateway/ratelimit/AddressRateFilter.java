package ecommerce.gateway.ratelimit;

import ecommerce.defaults.limit.ClientAddress;
import ecommerce.defaults.limit.RateBuckets;
import ecommerce.defaults.limit.RateProperties;
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
 * RateLimiter filter isn't used: it knows one route, and stores its buckets through an asynchronous proxy. The load
 * balancer's health checks aren't counted.
 */
@Component
@EnableConfigurationProperties(AddressRates.class)
@Order(-99) // directly inside the security filters, which add the headers for browsers
class AddressRateFilter extends OncePerRequestFilter {

    private record Limit(RequestMatcher endpoints, RateBuckets addresses) {}

    private final List<Limit> limits;
    private final HandlerExceptionResolver problems;

    AddressRateFilter(
            RateProperties rate,
            AddressRates rates,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
        this.limits = rate.enabled()
                ? rates.addresses().values().stream()
                        .map(rule -> new Limit(rule.matcher(), new RateBuckets(rule.limit(), rate.callers())))
                        .toList()
                : List.of();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limits.isEmpty() || request.getRequestURI().equals("/api/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = ClientAddress.of(request);
        for (var limit : limits) {
            if (limit.endpoints().matches(request)) {
                var refusal = limit.addresses().refuse(client);
                if (refusal.isPresent()) {
                    problems.resolveException(request, response, null, refusal.get());
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }
}
