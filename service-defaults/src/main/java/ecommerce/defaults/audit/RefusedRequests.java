package ecommerce.defaults.audit;

import ecommerce.defaults.observability.Route;
import ecommerce.defaults.security.AttemptedAccess;
import ecommerce.defaults.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Records that a caller with a token was refused: with 403, with 401 because the sign-in is too old or the token of staff
 * was withdrawn, with 429, with 404 for a record of somebody else, and staff's writes with 409. Other 404s aren't recorded:
 * they are errors of the client. The subject is the route with the numeric ids, because other parts of a path may be
 * secrets.
 */
@ControllerAdvice
class RefusedRequests implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Refusals refusals;

    RefusedRequests(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return returnType.hasMethodAnnotation(ExceptionHandler.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest servlet) {
            var refused = servlet.getServletRequest();
            Caller.current()
                    .or(() -> AttemptedAccess.withdrawnStaff(refused))
                    .filter(caller -> isRefusal(problem.getStatus(), caller, refused))
                    .ifPresent(caller -> record(caller, refused, problem));
        }
        return body;
    }

    private static boolean isRefusal(int status, Caller caller, HttpServletRequest request) {
        return REFUSALS.contains(status)
                || (status == CONFLICT && caller.isAdmin())
                || (status == NOT_FOUND && AttemptedAccess.isForeign(request));
    }

    /** The caller gets the refusal even if it can't be stored, for example because the database is unavailable. */
    private void record(Caller caller, HttpServletRequest request, ProblemDetail problem) {
        var subject = request.getMethod() + " " + path(request);
        try {
            refusals.record(
                    caller,
                    AuditEvent.of("request" + Refusals.SUFFIX, "request", subject)
                            .with("status", problem.getStatus())
                            .with("reason", problem.getDetail()));
        } catch (DataAccessException | TransactionException e) {
            log.error("The refusal of {} {} isn't in the audit log", request.getMethod(), Route.of(request), e);
        }
    }

    private static String path(HttpServletRequest request) {
        var path = Route.of(request);
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            for (var variable : variables.entrySet()) {
                if (variable.getValue() instanceof String value && value.matches("\\d{1,19}")) {
                    path = path.replace("{%s}".formatted(variable.getKey()), value);
                }
            }
        }
        return path;
    }
}
