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

/** The first answers to requests that carry an {@code Idempotency-Key}, each user's keys apart. */
public class IdempotencyKeys {

    /** What a key may look like; to be used with {@link #FORM_MESSAGE} on a controller's parameter. */
    public static final String FORM = "[\\x21-\\x7e]{1,255}";

    public static final String FORM_MESSAGE = "must be 1 to 255 visible ASCII characters";

    /** A key with what was asked under it, by its SHA-256. */
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

    /** The first answer under this key; 422 if something else was asked then. */
    public Optional<StoredAnswer> find(Key key) {
        return jdbc.sql("SELECT request_hash, location, response FROM idempotency_key WHERE user_id = ? AND key = ?")
                .params(key.userId(), key.value())
                .query(Row.class)
                .optional()
                .map(row -> replay(key, row));
    }

    /**
     * Claims the key for the running transaction, on any replica; 409 while another transaction, here or elsewhere, is
     * at work under it.
     *
     * @return false if another transaction has claimed it and committed: {@link #find} has its answer
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

    /** Stores the answer in the transaction that claimed the key. */
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
            throw Problem.unprocessable("This Idempotency-Key was used for another request");
        }
        return new StoredAnswer(row.location(), row.response(), true);
    }
}
