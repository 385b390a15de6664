package ecommerce.defaults.transaction;

import java.lang.reflect.Method;
import java.sql.SQLException;
import org.springframework.resilience.retry.MethodRetryPredicate;

/**
 * Matches failures of SQLSTATE class 40: the database has rolled back the transaction, and a retry may succeed. 40P01
 * is a deadlock, 40001 a serialization failure (PostgreSQL, appendix A).
 */
class TransactionRollback implements MethodRetryPredicate {

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("40")) {
                return true;
            }
        }
        return false;
    }
}
