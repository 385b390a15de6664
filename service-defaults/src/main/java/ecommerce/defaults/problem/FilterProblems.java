package ecommerce.defaults.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Renders exceptions of filters like those of controllers. The endpoints of the authorization server, for example, are
 * filters. A failure after the response has begun is left to Tomcat, which cuts the response off.
 */
final class FilterProblems extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    FilterProblems(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted()
                    || problems.resolveException(request, response, null, unwrapped(failure)) == null) {
                throw failure;
            }
        }
    }

    private static Exception unwrapped(Exception failure) {
        return failure instanceof ServletException && failure.getCause() instanceof Exception cause ? cause : failure;
    }
}
