package ecommerce.user.throttle;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Responds to a failed OAuth grant. RFC 6749 defines no error for a throttled request, so that is answered like
 * everywhere else: 429 with {@code Retry-After} as problem details.
 */
public final class ThrottledGrantResponse implements AuthenticationFailureHandler {

    private final AuthenticationFailureHandler errors = new OAuth2ErrorAuthenticationFailureHandler();
    private final HandlerExceptionResolver problems;

    public ThrottledGrantResponse(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure.getCause() instanceof ErrorResponseException problem) {
            problems.resolveException(request, response, null, problem);
        } else {
            errors.onAuthenticationFailure(request, response, failure);
        }
    }
}
