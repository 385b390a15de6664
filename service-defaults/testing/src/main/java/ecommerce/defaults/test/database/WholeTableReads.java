package ecommerce.defaults.test.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds queries that scan a big table for lack of an index. Must be used in the transaction that fills the tables,
 * because it reads PostgreSQL's counters of the current transaction.
 */
public final class WholeTableReads {

    /** How many rows a query may read without an index. The tables of a test must have many more. */
    private static final long ALLOWED = 2_000;

    private final JdbcClient jdbc;

    private WholeTableReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fills tables with these statements. Each table is analysed before the next is filled, so that foreign key checks
     * use its index.
     *
     * @param inserts statements that each begin with {@code INSERT INTO} and a table
     */
    public static WholeTableReads fill(JdbcClient jdbc, List<String> inserts) {
        for (var insert : inserts) {
            withoutTimeout(jdbc, () -> jdbc.sql(insert).update());
            asOwner(jdbc, "ANALYZE " + insert.split(" ")[2]);
        }
        return new WholeTableReads(jdbc);
    }

    /** Executes a command in the current transaction as the owner of the tables. */
    public static void asOwner(JdbcClient jdbc, String command) {
        withoutTimeout(
                jdbc,
                () -> jdbc.sql("SELECT public.as_owner(?)")
                        .param(command)
                        .query()
                        .listOfRows());
    }

    /** Executes a statement that may take longer on a busy machine than a statement of the service may. */
    private static void withoutTimeout(JdbcClient jdbc, Runnable statement) {
        jdbc.sql("SET LOCAL statement_timeout = 0").update();
        statement.run();
        jdbc.sql("SET LOCAL statement_timeout TO DEFAULT").update();
    }

    /** Fails if the query reads 2,000 or more rows of a table without an index. */
    public void requireNone(String what, Runnable query) {
        var before = counts();
        query.run();
        var after = counts();
        after.forEach((table, count) -> assertThat(count - before.getOrDefault(table, 0L))
                .as("rows of %s that '%s' reads without an index", table, what)
                .isLessThan(ALLOWED));
    }

    private Map<String, Long> counts() {
        record Row(String relname, long seqTupRead) {}
        return jdbc
                .sql("SELECT relname, seq_tup_read FROM pg_stat_xact_user_tables WHERE schemaname = current_schema()")
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::relname, Row::seqTupRead));
    }
}
