package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.file.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the refused lines of jobs, and writes those of a job as CSV. */
@Component
class RefusedLines {

    private static final RowMapper<Refusal> REFUSAL = new SimplePropertyRowMapper<>(Refusal.class);

    private static final String ADD = """
            INSERT INTO import_refusal (job_id, line, sku, reason)
            SELECT :job, * FROM unnest(:lines::bigint[], :skus::text[], :reasons::text[])
            ON CONFLICT DO NOTHING
            """;
    private static final String NEXT = """
            SELECT line, sku, reason FROM import_refusal WHERE job_id = ? AND line > ? ORDER BY line LIMIT ?
            """;
    private static final String FORGET = """
            DELETE FROM import_refusal WHERE job_id = :job
               AND line IN (SELECT line FROM import_refusal WHERE job_id = :job LIMIT 10000)
            """;

    private static final int AT_A_TIME = 1_000;

    /** A file with more is no catalogue. It would fill the disk for 30 days. */
    private static final int MOST_OF_A_JOB = 100_000;

    private final JdbcClient jdbc;

    RefusedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds lines to those of a job. Fails with 422 if a job has more than 100,000. */
    void add(long jobId, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("job", jobId)
                .param("lines", refusals.stream().map(Refusal::line).toArray(Long[]::new))
                .param("skus", refusals.stream().map(Refusal::sku).toArray(String[]::new))
                .param("reasons", refusals.stream().map(Refusal::reason).toArray(String[]::new))
                .update();
        int all = jdbc.sql("SELECT count(*) FROM import_refusal WHERE job_id = ?")
                .param(jobId)
                .query(Integer.class)
                .single();
        if (all > MOST_OF_A_JOB) {
            throw Problem.unprocessable(
                    "More than %d lines were refused. Is the file a catalogue?".formatted(MOST_OF_A_JOB));
        }
    }

    /** Writes all lines of a job. It reads some at a time, whatever their number. Throws an exception if the client is gone. */
    void writeTo(Writer file, long jobId) throws IOException {
        file.write("line,sku,reason\r\n");
        var refusals = after(0, jobId);
        while (!refusals.isEmpty()) {
            for (var refusal : refusals) {
                file.write(line(refusal));
            }
            refusals = after(refusals.getLast().line(), jobId);
        }
        file.flush();
    }

    private List<Refusal> after(long line, long jobId) {
        return jdbc.sql(NEXT).params(jobId, line, AT_A_TIME).query(REFUSAL).list();
    }

    private static String line(Refusal refusal) {
        return "%d,%s,%s\r\n"
                .formatted(
                        refusal.line(),
                        CsvCell.of(Objects.requireNonNullElse(refusal.sku(), "")),
                        CsvCell.of(refusal.reason()));
    }

    /** Deletes some thousand lines of a job. Returns false if it has none. */
    boolean forgetSome(long jobId) {
        return jdbc.sql(FORGET).param("job", jobId).update() > 0;
    }
}
