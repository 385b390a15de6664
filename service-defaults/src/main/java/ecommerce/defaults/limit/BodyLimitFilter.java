package ecommerce.defaults.limit;

import ecommerce.defaults.problem.RefusedBodyException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses a body that is too large or too slow, before anything parses it. A body with a {@code Content-Length} is
 * refused at once, a chunked one as soon as it exceeds the limit.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimits limits;
    private final HandlerExceptionResolver problems;
    private final Map<PathPattern, DataSize> routes = new LinkedHashMap<>();

    BodyLimitFilter(BodyLimits limits, HandlerExceptionResolver problems) {
        this.limits = limits;
        this.problems = problems;
        limits.routes().forEach((path, size) -> routes.put(PathPatternParser.defaultInstance.parse(path), size));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var size = size(request);
        if (request.getContentLengthLong() > size.toBytes()) {
            problems.resolveException(request, response, null, RefusedBodyException.tooLarge(size));
        } else {
            chain.doFilter(new LimitedRequest(request, size, limits), response);
        }
    }

    private DataSize size(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return routes.entrySet().stream()
                .filter(route -> route.getKey().matches(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(limits.size());
    }
}
