package ecommerce.defaults.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Renders a refused body. It precedes the other advices, because the reader of the body wraps the exception in one of
 * its own.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedBodyAdvice {

    private final ProblemDetailsAdvice problems;

    RefusedBodyAdvice(ProblemDetailsAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(RefusedBodyException exception, WebRequest request) throws Exception {
        return problems.handleException(exception.problem(), request);
    }
}
