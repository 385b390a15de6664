package ecommerce.product.catalogueimport.batch;

import ecommerce.defaults.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores the progress of imports that have an {@code Idempotency-Key}, in the transaction of each batch. A retry
 * continues an interrupted import after its last stored batch and repeats nothing of a finished one. Keys expire after
 * 30 days, but not while their job is open.
 */
@Component
class KeyedImports {

    private static final String FORGET = """
            DELETE FROM catalogue_import i WHERE started_at < now() - interval '30 days'
               AND NOT EXISTS (SELECT FROM import_job j WHERE j.user_id = i.user_id AND j.key = i.key AND j.ended_at IS NULL)
            """;
    private static final String START =
            "INSERT INTO catalogue_import (user_id, key) VALUES (:userId, :key) ON CONFLICT DO NOTHING";
    private static final String FIND = """
            SELECT user_id, key, records, fingerprint, report, finished FROM catalogue_import
             WHERE user_id = :userId AND key = :key
            """;
    private static final String ADVANCE = """
            UPDATE catalogue_import
               SET records = :records, fingerprint = :fingerprint, report = :report, finished = :finished
             WHERE user_id = :userId AND key = :key AND records = :before AND NOT finished
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeyedImports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Returns the import with this key of a user. Creates it if there is none. */
    KeyedImport find(long userId, String key) {
        jdbc.sql(FORGET).update();
        jdbc.sql(START).param("userId", userId).param("key", key).update();
        return jdbc.sql(FIND)
                .param("userId", userId)
                .param("key", key)
                .query(KeyedImport.class)
                .single();
    }

    /** Stores the progress of an import. Fails with 409 if a concurrent request has advanced it. */
    KeyedImport advance(KeyedImport run, long records, byte[] fingerprint, ImportTally tally, boolean finished) {
        var report = json.writeValueAsString(tally.report());
        var isOurs = jdbc.sql(ADVANCE)
                        .param("records", records)
                        .param("fingerprint", fingerprint)
                        .param("report", report)
                        .param("finished", finished)
                        .param("userId", run.userId())
                        .param("key", run.key())
                        .param("before", run.records())
                        .update()
                == 1;
        if (!isOurs) {
            throw Problem.conflict("An import with this Idempotency-Key is running. Retry when it has finished.");
        }
        return new KeyedImport(run.userId(), run.key(), records, fingerprint, report, finished);
    }

    /** Returns the counts of the import so far. */
    ImportTally tally(KeyedImport run) {
        return run.report() == null
                ? new ImportTally()
                : ImportTally.of(json.readValue(run.report(), ImportReport.class));
    }
}
