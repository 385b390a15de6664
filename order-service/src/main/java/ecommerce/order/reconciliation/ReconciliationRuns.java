package ecommerce.order.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores runs and their mismatches for 30 days. */
@Repository
@Transactional
class ReconciliationRuns {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 1000;

    /**
     * A finished run.
     *
     * @param orders the number of orders that were compared
     * @param mismatches the number of mismatches, repaired or not
     * @param found the first thousand mismatches
     */
    record Run(long runId, Instant startedAt, Instant finishedAt, long orders, long mismatches, List<Mismatch> found) {}

    private record Row(long runId, Timestamp startedAt, Timestamp finishedAt, long orders, long mismatches) {}

    private final JdbcClient jdbc;

    ReconciliationRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long begin(Instant startedAt) {
        jdbc.sql("DELETE FROM reconciliation_run WHERE started_at < ?")
                .param(Timestamp.from(startedAt.minus(KEPT)))
                .update();
        return jdbc.sql("INSERT INTO reconciliation_run (started_at) VALUES (?) RETURNING run_id")
                .param(Timestamp.from(startedAt))
                .query(Long.class)
                .single();
    }

    void add(long runId, List<Mismatch> mismatches) {
        mismatches.forEach(
                mismatch -> jdbc.sql("INSERT INTO reconciliation_mismatch (run_id, order_id, kind, detail, repair)"
                                + " VALUES (?, ?, ?, left(?, 500), ?)")
                        .params(runId, mismatch.orderId(), mismatch.kind().name(), mismatch.detail())
                        .param(mismatch.repair())
                        .update());
    }

    Run finish(long runId, Instant finishedAt, long orders) {
        jdbc.sql("UPDATE reconciliation_run SET finished_at = ?, orders = ? WHERE run_id = ?")
                .params(Timestamp.from(finishedAt), orders, runId)
                .update();
        return findLast().orElseThrow();
    }

    /** Returns the id of the last finished run, or 0. */
    @Transactional(readOnly = true)
    long findLatestFinishedId() {
        return jdbc.sql("SELECT coalesce(max(run_id), 0) FROM reconciliation_run WHERE finished_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** Returns the last finished run. */
    @Transactional(readOnly = true)
    Optional<Run> findLast() {
        return jdbc.sql("""
                        SELECT run_id, started_at, finished_at, orders,
                               (SELECT count(*) FROM reconciliation_mismatch m WHERE m.run_id = r.run_id) AS mismatches
                          FROM reconciliation_run r WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1
                        """)
                .query(Row.class)
                .optional()
                .map(row -> new Run(
                        row.runId(),
                        row.startedAt().toInstant(),
                        row.finishedAt().toInstant(),
                        row.orders(),
                        row.mismatches(),
                        findMismatches(row.runId())));
    }

    private List<Mismatch> findMismatches(long runId) {
        return jdbc.sql("SELECT order_id, kind, detail, repair FROM reconciliation_mismatch WHERE run_id = ?"
                        + " ORDER BY mismatch_id LIMIT ?")
                .params(runId, SHOWN)
                .query((row, number) -> new Mismatch(
                        row.getLong("order_id"),
                        MismatchKind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getString("repair")))
                .list();
    }
}
