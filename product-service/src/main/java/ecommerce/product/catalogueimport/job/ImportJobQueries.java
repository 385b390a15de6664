package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.SortFields;
import ecommerce.product.catalogueimport.job.ImportJob.Counts;
import ecommerce.product.catalogueimport.job.ImportJob.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads jobs. */
@Component
class ImportJobQueries {

    private static final SortFields UNSORTED = new SortFields("job_id", Map.of());

    private static final String JOBS = """
            SELECT j.*, CAST(i.report AS jsonb) - 'refusals' AS counts
              FROM import_job j LEFT JOIN catalogue_import i USING (user_id, key)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportJobQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ImportJob get(long jobId) {
        return jdbc.sql(JOBS + "WHERE j.job_id = ?")
                .param(jobId)
                .query(this::job)
                .optional()
                .orElseThrow(() -> Problem.notFound("import", jobId));
    }

    int countOpen() {
        return jdbc.sql("SELECT count(*) FROM import_job WHERE ended_at IS NULL")
                .query(Integer.class)
                .single();
    }

    /** Finds jobs, newest first. */
    Page<ImportJob> find(Pageable pageable) {
        var page = UNSORTED.apply(pageable);
        long total =
                jdbc.sql("SELECT count(*) FROM import_job").query(Long.class).single();
        var jobs = jdbc.sql(JOBS + "ORDER BY j.job_id DESC LIMIT ? OFFSET ?")
                .params(page.getPageSize(), page.getOffset())
                .query(this::job)
                .list();
        return new PageImpl<>(jobs, page, total);
    }

    private ImportJob job(ResultSet row, int rowNumber) throws SQLException {
        var counts = row.getString("counts");
        return new ImportJob(
                row.getLong("job_id"),
                State.valueOf(row.getString("state")),
                row.getString("username"),
                row.getLong("bytes"),
                row.getLong("bytes_read"),
                counts == null ? Counts.NONE : json.readValue(counts, Counts.class),
                row.getString("problem"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "ended_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
