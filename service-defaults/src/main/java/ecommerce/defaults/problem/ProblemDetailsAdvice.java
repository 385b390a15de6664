package ecommerce.defaults.problem;

import ecommerce.defaults.observability.Route;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Maps exceptions to the problem details of the REST contract. The cause of a 500 is only logged. */
@RestControllerAdvice
class ProblemDetailsAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemDetailsAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unauthenticated(AuthenticationException exception, WebRequest request) {
        return answer(exception, HttpStatus.UNAUTHORIZED, "A valid access token is required", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> denied(AccessDeniedException exception, WebRequest request) {
        return answer(exception, HttpStatus.FORBIDDEN, "You don't have permission for this request", request);
    }

    /** Handles invalid parameters. The firewall checks parameters when the first is read, maybe in a controller. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> rejected(RequestRejectedException exception, WebRequest request) {
        return answer(
                exception, HttpStatus.BAD_REQUEST, "The request contains characters that aren't allowed", request);
    }

    /** Handles parameters, or a form, that Tomcat can't read. It reads them as late as the firewall checks them. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadable(InvalidParameterException exception, WebRequest request) {
        return exception.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? answer(exception, HttpStatus.CONTENT_TOO_LARGE, "The form is too large", request)
                : answer(
                        exception,
                        HttpStatus.BAD_REQUEST,
                        "The request has too many parameters, or characters that aren't allowed",
                        request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
        log.error("{} failed", Route.describe(request), exception);
        return answer(exception, HttpStatus.INTERNAL_SERVER_ERROR, "An internal error occurred", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(exception, FieldProblem.of(exception.getBindingResult()), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(exception, FieldProblem.of(exception), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = exception instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : exception.getPropertyName();
        var error = new FieldProblem(String.valueOf(name), ExpectedForm.of(exception.getRequiredType()));
        return invalid(exception, List.of(error), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var error = new FieldProblem(exception.getParameterName(), "is missing");
        return invalid(exception, List.of(error), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return exception instanceof MissingRequestHeaderException missing
                ? invalid(exception, List.of(FieldProblem.missing(missing)), headers, status, request)
                : super.handleServletRequestBindingException(exception, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, StatusDetail.unsupported(exception));
        return handleExceptionInternal(exception, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, "There is no resource at this path");
        return handleExceptionInternal(exception, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = "The request body is missing or isn't valid JSON";
        if (NestedExceptionUtils.getMostSpecificCause(exception) instanceof StreamConstraintsException) {
            detail = "The JSON is nested too deeply, or a name, a string or a number in it is too long";
        } else if (exception.getCause() instanceof JacksonException unreadable) {
            var error = FieldProblem.wrongForm(unreadable);
            if (!error.field().isEmpty()) {
                return invalid(exception, List.of(error), headers, status, request);
            }
        }
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        return handleExceptionInternal(exception, problem, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> invalid(
            Exception exception,
            List<FieldProblem> errors,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, "The request is invalid");
        problem.setProperty("errors", errors);
        return handleExceptionInternal(exception, problem, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception exception, HttpStatus status, String detail, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        return handleExceptionInternal(exception, problem, new HttpHeaders(), status, request);
    }

    /** Leaves the failure to Tomcat if the response has begun. Tomcat cuts it off, so that it doesn't seem complete. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var response = request instanceof ServletWebRequest servlet ? servlet.getResponse() : null;
        if (response != null && response.isCommitted()) {
            throw new IllegalStateException("The response has begun", failure);
        }
        return super.handleExceptionInternal(failure, body, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && request instanceof ServletWebRequest servlet) {
            TraceId.of(servlet.getRequest()).ifPresent(id -> problem.setProperty("traceId", id));
        }
        return super.createResponseEntity(body, headers, status, request);
    }
}
