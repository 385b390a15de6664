package ecommerce.defaults.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** What the database refuses, when a service didn't see it coming: two requests at the same moment. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DataProblemAdvice {

    private final ProblemDetailsAdvice problems;

    DataProblemAdvice(ProblemDetailsAdvice problems) {
        this.problems = problems;
    }

    /** 412 for a conditional request that lost the race, else 409. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException exception, WebRequest request)
            throws Exception {
        var conditional = request.getHeader(HttpHeaders.IF_MATCH) != null;
        var problem = conditional ? Problem.stale() : Problem.conflict("It was changed at the same moment; try again");
        return problems.handleException(problem, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> constraintViolated(DataIntegrityViolationException exception, WebRequest request)
            throws Exception {
        return problems.handleException(Problem.conflict("It contradicts what is stored already"), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unknownSort(PropertyReferenceException exception, WebRequest request)
            throws Exception {
        var problem = Problem.invalid("sort", "'%s' is not offered".formatted(exception.getPropertyName()));
        return problems.handleException(problem, request);
    }
}
