package ecommerce.defaults.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs transactions that need locks which running services hold. A transaction that doesn't get a lock in time, or gets
 * into a deadlock, is rolled back and repeated after a pause, in which the waiting statements of the services run.
 */
final class RepeatedTransaction {

    /** lock_not_available, deadlock_detected, and query_canceled by the time-out of a statement. */
    private static final Set<String> CONFLICTS = Set.of("55P03", "40P01", "57014");

    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Connection connection;

    RepeatedTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs a transaction, at most 60 times. Throws {@link SQLException} if the last attempt conflicts or any fails
     * otherwise.
     */
    void run(Work work) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                runOnce(work);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !CONFLICTS.contains(e.getSQLState())) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void runOnce(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The statements of a transaction. */
    interface Work {
        void run() throws SQLException;
    }
}
