package ecommerce.defaults.idempotency;

import ecommerce.defaults.problem.Problem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores the first response to each request that carries an {@code Idempotency-Key}. Keys are scoped to a user. */
class IdempotencyKeys {

    /** A stored response, its body as JSON. */
    record Response(String location, String body) {}

    private record Claim(boolean alone, boolean first) {}

    private record Row(byte[] requestHash, String location, String response) {}

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the first response under this key. Throws 422 if the stored request differs. */
    Optional<Response> find(RequestKey key) {
        return jdbc.sql("SELECT request_hash, location, response FROM idempotency_key WHERE user_id = ? AND key = ?")
                .params(key.userId(), key.value())
                .query(Row.class)
                .optional()
                .map(row -> replay(key, row));
    }

    /**
     * Claims the key for the current transaction, across all replicas. Throws 409 while another transaction holds it.
     *
     * @return false if an earlier transaction claimed the key and committed; {@link #find} then returns its response
     */
    boolean claim(RequestKey key) {
        var claim = jdbc.sql("""
                        WITH lock AS MATERIALIZED (
                            SELECT pg_try_advisory_xact_lock(hashtextextended(:key, :userId)) AS alone),
                        inserted AS (
                            INSERT INTO idempotency_key (user_id, key, request_hash, created_at)
                            SELECT :userId, :key, :hash, now() FROM lock WHERE alone ON CONFLICT DO NOTHING RETURNING 1)
                        SELECT alone, EXISTS (SELECT FROM inserted) AS first FROM lock
                        """)
                .param("key", key.value())
                .param("userId", key.userId())
                .param("hash", key.toStore())
                .query(Claim.class)
                .single();
        if (!claim.alone()) {
            throw Problem.conflict("A request with this Idempotency-Key is in progress. Retry in a few seconds.");
        }
        return claim.first();
    }

    /** Stores the response. Must run in the transaction that claimed the key. */
    void remember(RequestKey key, Response response) {
        jdbc.sql("UPDATE idempotency_key SET location = ?, response = ? WHERE user_id = ? AND key = ?")
                .params(response.location(), response.body(), key.userId(), key.value())
                .update();
    }

    void forgetOlderThan(Duration age) {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .param(Timestamp.from(Instant.now().minus(age)))
                .update();
    }

    private static Response replay(RequestKey key, Row row) {
        if (!key.matches(row.requestHash())) {
            throw Problem.unprocessable("This Idempotency-Key was used for another request. Send another key.");
        }
        return new Response(row.location(), row.response());
    }
}
