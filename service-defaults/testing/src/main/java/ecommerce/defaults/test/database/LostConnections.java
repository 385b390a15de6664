package ecommerce.defaults.test.database;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Ends connections of the service during its transactions, as a restart of the database does. */
public final class LostConnections {

    private LostConnections() {}

    /**
     * Locks a table, and ends every connection that waits for it until the request is answered. Other connections may
     * wait for it too, such as those of recurring tasks.
     *
     * @param table the table with its schema
     * @return the answer to the request
     */
    public static <T> T endConnectionThatWaitsFor(String table, Callable<T> request) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor();
                var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(table));
            var answer = thread.submit(request);
            await().until(() -> {
                endConnections(statement, table);
                return answer.isDone();
            });
            return answer.get();
        }
    }

    private static void endConnections(Statement statement, String table) throws SQLException {
        var sql = """
                SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
                 WHERE relation = '%s'::regclass AND NOT granted AND d.datname = current_database()""";
        statement.execute(sql.formatted(table));
    }
}
