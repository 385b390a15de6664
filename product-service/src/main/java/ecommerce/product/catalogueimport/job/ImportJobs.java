package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.batch.ImportRequest;
import ecommerce.product.catalogueimport.batch.StockMode;
import ecommerce.product.catalogueimport.job.ImportJob.State;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts, advances and ends jobs. Each call is one transaction, or part of the transaction of a batch. */
@Service
@Transactional
class ImportJobs {

    private static final String ADD = """
            INSERT INTO import_job (user_id, key, username, address, stock_mode, charset, request_hash, file_id, bytes)
            VALUES (:userId, :key, :username, :address, :stockMode, :charset, :hash, :file, :bytes)
            ON CONFLICT (user_id, key) DO NOTHING RETURNING job_id
            """;
    /** Starts a job, or continues it after its process died. Earlier jobs come first. */
    private static final String START = """
            UPDATE import_job j
               SET state = 'RUNNING', started_at = coalesce(started_at, now()),
                   moved_at = CASE WHEN state = 'WAITING' THEN now() ELSE moved_at END
             WHERE job_id = :job AND ended_at IS NULL
               AND NOT EXISTS (SELECT FROM import_job earlier WHERE earlier.job_id < :job AND earlier.ended_at IS NULL)
            RETURNING *
            """;

    private static final String ADVANCE =
            "UPDATE import_job SET bytes_read = :bytes, moved_at = now() WHERE job_id = :job AND state = 'RUNNING'";
    private static final String END = """
            WITH ended AS (
                UPDATE import_job j SET state = :state, problem = :problem, ended_at = now(), file_id = NULL,
                       bytes_read = CASE WHEN :state = 'FINISHED' THEN bytes ELSE bytes_read END
                  FROM (SELECT job_id, file_id FROM import_job WHERE job_id = :job AND ended_at IS NULL FOR UPDATE) open
                 WHERE j.job_id = open.job_id
                RETURNING open.file_id)
            SELECT file_id FROM ended
            """;

    private static final String OLDEST = """
            SELECT job_id FROM import_job WHERE accepted_at < now() - interval '30 days' AND ended_at IS NOT NULL
             ORDER BY accepted_at LIMIT 1
            """;

    /** A job that may run now. */
    record Started(long jobId, long fileId, ImportRequest request) {}

    /** The job of an earlier request with the same key. */
    record Earlier(long jobId, byte[] requestHash) {}

    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final ImportFiles files;
    private final RefusedLines refusedLines;
    private final Audit audit;

    ImportJobs(JdbcClient jdbc, DurableTasks tasks, ImportFiles files, RefusedLines refusedLines, Audit audit) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.files = files;
        this.refusedLines = refusedLines;
        this.audit = audit;
    }

    Optional<Earlier> find(long userId, String key) {
        return jdbc.sql("SELECT job_id, request_hash FROM import_job WHERE user_id = ? AND key = ?")
                .params(userId, key)
                .query((row, number) -> new Earlier(row.getLong("job_id"), row.getBytes("request_hash")))
                .optional();
    }

    /** Adds a job for a stored file. Returns nothing if a concurrent request has added one with the same key. */
    Optional<Long> add(ImportRequest request, String key, long fileId, long bytes, byte[] hash) {
        var charset = request.charset();
        var jobId = jdbc.sql(ADD)
                .param("userId", request.userId())
                .param("key", key)
                .param("username", request.by())
                .param("address", request.address())
                .param("stockMode", request.stock().name())
                .param("charset", charset == null ? null : charset.name())
                .param("hash", hash)
                .param("file", fileId)
                .param("bytes", bytes)
                .query(Long.class)
                .optional();
        jobId.ifPresent(id -> {
            tasks.schedule(ImportJobTask.instance(id));
            audit.record(AuditEvent.of("catalogue.import", "import-job", id)
                    .with("key", key)
                    .with("bytes", bytes));
        });
        return jobId;
    }

    /** Starts a job that is open, unless an earlier one is open too. */
    Optional<Started> start(long jobId) {
        return jdbc.sql(START)
                .param("job", jobId)
                .query((row, number) -> new Started(
                        jobId,
                        row.getLong("file_id"),
                        new ImportRequest(
                                charset(row.getString("charset")),
                                StockMode.valueOf(row.getString("stock_mode")),
                                row.getString("username"),
                                row.getLong("user_id"),
                                row.getString("address"),
                                row.getString("key"))))
                .optional();
    }

    private static @Nullable Charset charset(@Nullable String name) {
        return name == null ? null : Charset.forName(name);
    }

    boolean isOpen(long jobId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM import_job WHERE job_id = ? AND ended_at IS NULL)")
                .param(jobId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores a job's progress in the transaction of a batch. Fails if the job has been cancelled, and with 422 if too many
     * lines were refused.
     */
    void advance(long jobId, long bytesRead, List<Refusal> refusals) {
        if (jdbc.sql(ADVANCE).param("bytes", bytesRead).param("job", jobId).update() == 0) {
            throw new ImportStoppedException("Import %d was cancelled".formatted(jobId));
        }
        refusedLines.add(jobId, refusals);
    }

    /** Ends an open job and deletes its file. Returns false if the job has ended before. */
    boolean end(long jobId, State state, @Nullable String problem) {
        var file = jdbc.sql(END)
                .param("state", state.name())
                .param("problem", problem)
                .param("job", jobId)
                .query(Long.class)
                .optional();
        file.ifPresent(files::delete);
        return file.isPresent();
    }

    /**
     * Cancels an open job. No batch is stored after this transaction. Does nothing if the job is cancelled already, and
     * fails with 409 if it has ended otherwise.
     */
    void cancel(long jobId) {
        if (end(jobId, State.CANCELLED, null)) {
            audit.record(AuditEvent.of("import-job.cancel", "import-job", jobId));
            return;
        }
        var state = jdbc.sql("SELECT state FROM import_job WHERE job_id = ?")
                .param(jobId)
                .query(State.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("import", jobId));
        if (state != State.CANCELLED) {
            throw Problem.conflict("Import %d has ended already: %s".formatted(jobId, state));
        }
    }

    /**
     * Deletes a part of the oldest job that was accepted more than 30 days ago and has ended: some thousand refused
     * lines, or the job if it has none. Returns false if there is no such job.
     */
    boolean forgetSome() {
        var oldest = jdbc.sql(OLDEST).query(Long.class).optional();
        oldest.ifPresent(job -> {
            if (!refusedLines.forgetSome(job)) {
                jdbc.sql("DELETE FROM import_job WHERE job_id = ?").param(job).update();
            }
        });
        return oldest.isPresent();
    }
}
