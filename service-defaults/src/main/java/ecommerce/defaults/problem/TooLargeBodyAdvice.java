package ecommerce.defaults.problem;

import ecommerce.defaults.body.TooLargeBodyException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Renders the refusal of a body. It precedes the other advices, because the reader of the body wraps the exception in
 * one of its own.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeBodyAdvice {

    private final ProblemDetailsAdvice problems;

    TooLargeBodyAdvice(ProblemDetailsAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooLarge(TooLargeBodyException exception, WebRequest request) throws Exception {
        return problems.handleException(
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, Objects.requireNonNull(exception.getMessage())), request);
    }
}
