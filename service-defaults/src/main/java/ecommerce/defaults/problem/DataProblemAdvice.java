package ecommerce.defaults.problem;

import ecommerce.defaults.aggregate.ForbiddenChangeException;
import ecommerce.defaults.observability.Route;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.data.core.PropertyReferenceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Maps database failures that a service can't check for beforehand to problem details: concurrent changes and outages.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DataProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(DataProblemAdvice.class);

    /**
     * SQLSTATEs for a lost connection, a server that starts or stops, a full disk or another exhausted resource, a
     * failed device, a server that has become a read-only standby, a rollback such as a deadlock, and the timeouts of
     * locks, statements and idle transactions.
     */
    private static final Pattern AWAY = Pattern.compile("08...|57P..|53...|58...|25006|40...|55P03|57014|25P03");

    /**
     * HikariCP's message, without an SQLSTATE, for a statement or a rollback on a connection that it has closed because
     * the database ended it. The failure of the rollback hides the first one.
     */
    private static final String CLOSED = "Connection is closed";

    private final ProblemDetailsAdvice problems;
    private final UniqueFields uniqueFields;

    DataProblemAdvice(ProblemDetailsAdvice problems, UniqueFields uniqueFields) {
        this.problems = problems;
        this.uniqueFields = uniqueFields;
    }

    /** Responds with 412 if the request was conditional, otherwise with 409. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException exception, WebRequest request)
            throws Exception {
        var conditional = request.getHeader(HttpHeaders.IF_MATCH) != null;
        var problem = conditional
                ? Problem.stale()
                : Problem.conflict("Another request changed the resource at the same time. Read it again and retry.");
        return problems.handleException(problem, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> changeForbidden(ForbiddenChangeException exception, WebRequest request) throws Exception {
        var message = Objects.requireNonNull(exception.getMessage());
        return problems.handleException(Problem.conflict(message, exception.details()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> constraintViolated(DataIntegrityViolationException exception, WebRequest request)
            throws Exception {
        return problems.handleException(uniqueFields.problem(exception), request);
    }

    /**
     * Responds with 503 and {@code Retry-After} if the database is unavailable or a statement has timed out. Any other
     * database failure is a 500.
     */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        UncategorizedDataAccessException.class,
        PessimisticLockingFailureException.class,
        QueryTimeoutException.class,
        TransactionException.class
    })
    @Nullable
    ResponseEntity<Object> databaseFailed(RuntimeException exception, WebRequest request) throws Exception {
        if (!isDatabaseAway(exception)) {
            return problems.unexpected(exception, request);
        }
        log.warn("{} failed, the database is unavailable: {}", Route.describe(request), exception.toString());
        var problem = Problem.unavailable("The database is unavailable. Retry later.");
        problem.getHeaders().set("Retry-After", "2");
        return problems.handleException(problem, request);
    }

    private static boolean isDatabaseAway(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isDatabaseAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Checks the SQLSTATE, whether the connection pool has timed out, and whether it has closed a lost connection. */
    private static boolean isDatabaseAway(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException || failure instanceof SQLTimeoutException) {
            return true;
        }
        var state = failure.getSQLState();
        return state == null
                ? CLOSED.equals(failure.getMessage())
                : AWAY.matcher(state).matches();
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unknownSort(PropertyReferenceException exception, WebRequest request) throws Exception {
        var problem = Problem.invalid("sort", "Unknown sort field '%s'".formatted(exception.getPropertyName()));
        return problems.handleException(problem, request);
    }
}
