package ecommerce.defaults.security;

import ecommerce.defaults.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Renders rejections by the security filters as problem details like all other errors. The headers of RFC 6750 are
 * kept.
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final BearerChallenge challenge = new BearerChallenge();
    private final HandlerExceptionResolver resolver;

    SecurityProblems(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        if (exception instanceof AuthenticationServiceException) {
            unavailable(request, response, exception);
            return;
        }
        challenge.commence(request, response, exception);
        resolver.resolveException(request, response, null, exception);
    }

    /** Responds with 503 if the token can't be checked, because user-service is unavailable. */
    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        log.warn("A token can't be checked: {}", exception.getMessage());
        var problem = Problem.unavailable("Your access token can't be checked at the moment. Retry in a few seconds.");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        resolver.resolveException(request, response, null, problem);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception) {
        resolver.resolveException(request, response, null, exception);
    }
}
