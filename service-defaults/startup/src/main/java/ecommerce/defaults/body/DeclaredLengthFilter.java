package ecommerce.defaults.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a request whose {@code Content-Length} exceeds its limit. It belongs in each security filter chain, inside
 * the filters for response headers and outside the authentication.
 */
final class DeclaredLengthFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    DeclaredLengthFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limited = WebUtils.getNativeRequest(request, LimitedRequest.class);
        if (limited != null && limited.isTooLarge()) {
            problems.resolveException(request, response, null, limited.tooLarge());
        } else {
            chain.doFilter(request, response);
        }
    }
}
