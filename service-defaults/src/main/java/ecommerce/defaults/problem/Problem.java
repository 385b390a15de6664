package ecommerce.defaults.problem;

import jakarta.validation.ConstraintViolation;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/**
 * Creates exceptions that are rendered as RFC 9457 problem details, one factory method for each status of the REST
 * contract.
 */
public final class Problem {

    /** The type of the problem that a request requires a more recent sign-in. */
    public static final URI SIGN_IN_AGAIN = URI.create("urn:ecommerce:problem:sign-in-again");

    private Problem() {}

    /** Creates a 404, also for a resource that exists but doesn't belong to the caller. */
    public static ErrorResponseException notFound(String what, Object id) {
        return of(HttpStatus.NOT_FOUND, "There is no %s %s".formatted(what, id));
    }

    /** Creates a 400 that names the field, for rules that a constraint annotation can't express. */
    public static ErrorResponseException invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    /** Creates a 400 that names the members that violate constraints. */
    public static ErrorResponseException invalid(Collection<? extends ConstraintViolation<?>> violations) {
        return invalid(violations.stream()
                .map(violation -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList());
    }

    /** Creates a 400 that names the JSON member that has the wrong type, or that is too long to be read. */
    public static ErrorResponseException invalid(JacksonException wrongType) {
        return invalid(List.of(FieldProblem.wrongForm(wrongType)));
    }

    private static ErrorResponseException invalid(List<FieldProblem> errors) {
        var problem = of(HttpStatus.BAD_REQUEST, "The request is invalid");
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    /** Creates a 409: the resource's current state doesn't allow the request. */
    public static ErrorResponseException conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** Creates a 409 with additional members. */
    public static ErrorResponseException conflict(String detail, Map<String, ?> members) {
        var problem = conflict(detail);
        members.forEach(problem.getBody()::setProperty);
        return problem;
    }

    /** Creates a 409 that names a unique field whose value is already taken. */
    public static ErrorResponseException duplicate(String field, String detail) {
        return conflict(detail, Map.of("errors", List.of(new FieldProblem(field, "is taken"))));
    }

    /** Creates a 401: the caller didn't authenticate, or its credentials are invalid. */
    public static ErrorResponseException unauthorized(String detail) {
        return of(HttpStatus.UNAUTHORIZED, detail);
    }

    /**
     * Creates a 401 with {@link #SIGN_IN_AGAIN} as type: the caller entered the password too long ago for this request
     * (RFC 9470).
     */
    public static ErrorResponseException signInAgain(Duration maxAge) {
        var problem = unauthorized("Sign in again. This request requires a password that was entered recently.");
        problem.getBody().setType(SIGN_IN_AGAIN);
        problem.getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", "
                                + "error_description=\"A more recent authentication is required\", max_age=\"%d\""
                                        .formatted(maxAge.toSeconds()));
        return problem;
    }

    /** Creates a 403: the caller is authenticated but not permitted. */
    public static ErrorResponseException forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, detail);
    }

    /** Creates a 412: {@code If-Match} doesn't match the current version (RFC 9110, 13.1.1). */
    public static ErrorResponseException stale() {
        return of(HttpStatus.PRECONDITION_FAILED, "The resource has changed. Read it again and retry.");
    }

    /** Creates a 428: the request requires an {@code If-Match} header (RFC 6585, 3). */
    public static ErrorResponseException preconditionRequired(String detail) {
        return of(HttpStatus.PRECONDITION_REQUIRED, detail);
    }

    /**
     * Creates a 422: the request is well-formed but contradicts an earlier one, such as an idempotency key reused with
     * another body.
     */
    public static ErrorResponseException unprocessable(String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** Creates a 429 with {@code Retry-After}, rounded up to whole seconds. */
    public static ErrorResponseException tooManyRequests(String detail, Duration retryAfter) {
        var problem = of(HttpStatus.TOO_MANY_REQUESTS, detail);
        problem.getHeaders().set("Retry-After", Long.toString(Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000))));
        return problem;
    }

    /** Creates a 503: a required service is unavailable. The caller may retry later. */
    public static ErrorResponseException unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
