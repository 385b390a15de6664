package ecommerce.defaults.problem;

import ecommerce.defaults.body.TooLargeBodyException;
import ecommerce.defaults.observability.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.context.request.WebRequest;

/** Responds with 503 and {@code Retry-After} if a call to another service fails. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UpstreamProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(UpstreamProblemAdvice.class);

    private final ProblemDetailsAdvice problems;
    private final TooLargeBodyAdvice tooLarge;

    UpstreamProblemAdvice(ProblemDetailsAdvice problems, TooLargeBodyAdvice tooLarge) {
        this.problems = problems;
        this.tooLarge = tooLarge;
    }

    @ExceptionHandler({RestClientException.class, OAuth2AuthorizationException.class})
    @Nullable
    ResponseEntity<Object> upstreamFailed(Exception exception, WebRequest request) throws Exception {
        // The gateway stops sending a body that is too large. The broken connection may be reported before the reason.
        if (request.getAttribute(TooLargeBodyException.ATTRIBUTE, WebRequest.SCOPE_REQUEST)
                instanceof TooLargeBodyException refusal) {
            return tooLarge.tooLarge(refusal, request);
        }
        log.warn("{} failed, a required service failed: {}", Route.describe(request), cause(exception));
        var problem = Problem.unavailable("A required service is unavailable. Retry in a few seconds.");
        problem.getHeaders().set("Retry-After", "2");
        return problems.handleException(problem, request);
    }

    /** Returns the cause without the URL and the body that the client's own messages contain. */
    private static String cause(Exception exception) {
        return exception instanceof RestClientResponseException response
                ? "status " + response.getStatusCode().value()
                : NestedExceptionUtils.getMostSpecificCause(exception).toString();
    }
}
