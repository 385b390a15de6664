package ecommerce.defaults.body;

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
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Gives each request with a body its limit, before anything reads the body. A {@code Content-Length} beyond the limit
 * is refused by {@link DeclaredLengthFilter}, a chunked body as soon as it exceeds the limit. {@link SlowBodyValve} limits the time.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimits limits;
    private final Map<PathPattern, DataSize> routes = new LinkedHashMap<>();

    BodyLimitFilter(BodyLimits limits) {
        this.limits = limits;
        limits.routes().forEach((path, size) -> routes.put(PathPatternParser.defaultInstance.parse(path), size));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, size(request)), response);
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
