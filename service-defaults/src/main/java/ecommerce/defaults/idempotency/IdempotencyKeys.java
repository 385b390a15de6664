package ecommerce.defaults.idempotency;

import ecommerce.defaults.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the first response to each request that carries an {@code Idempotency-Key}. Keys are scoped to a user. */
public class IdempotencyKeys {

    /** The pattern of a valid key, for controller parameters. Use it with {@link #FORM_MESSAGE}. */
    public static final String FORM = "[\\x21-\\x7e]{1,255}";

    public static final String FORM_MESSAGE = "must be 1 to 255 visible ASCII characters";

    /** A user's key and the SHA-256 hash of the request that was sent with it. */
    public record Key(long userId, String value, byte[] requestHash) {

        public static Key of(long userId, String value, String canonicalRequest) {
            return new Key(userId, value, hash(canonicalRequest));
        }

        private static byte[] hash(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JVM has SHA-256", e);
            }
        }
    }

    private record Claim(boolean alone, boolean first) {}

    private record Row(byte[] requestHash, String location, String response) {}

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the first response under this key. Throws 422 if the stored request differs. */
    public Optional<StoredAnswer> find(Key key) {
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
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(Key key) {
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
                .param("hash", key.requestHash())
                .query(Claim.class)
                .single();
        if (!claim.alone()) {
            throw Problem.conflict("A request with this Idempotency-Key is in progress. Retry in a few seconds.");
        }
        return claim.first();
    }

    /** Stores the response. Must run in the transaction that claimed the key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredAnswer remember(Key key, String location, String response) {
        jdbc.sql("UPDATE idempotency_key SET location = ?, response = ? WHERE user_id = ? AND key = ?")
                .params(location, response, key.userId(), key.value())
                .update();
        return new StoredAnswer(location, response, false);
    }

    void forgetOlderThan(Duration age) {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .param(Timestamp.from(Instant.now().minus(age)))
                .update();
    }

    private static StoredAnswer replay(Key key, Row row) {
        if (!MessageDigest.isEqual(key.requestHash(), row.requestHash())) {
            throw Problem.unprocessable("This Idempotency-Key was used for another request. Send another key.");
        }
        return new StoredAnswer(row.location(), row.response(), true);
    }
}
