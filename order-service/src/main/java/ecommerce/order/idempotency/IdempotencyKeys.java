package ecommerce.order.idempotency;

import ecommerce.defaults.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first answers to requests that carry an {@code Idempotency-Key}, each user's keys apart. */
@Component
public class IdempotencyKeys {

    /** @param keepKeys how long a key is known */
    @ConfigurationProperties("shop.idempotency")
    record Properties(Duration keepKeys) {}

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

    /** What was answered. */
    public record Answer(String location, String response) {}

    private record Row(byte[] requestHash, String location, String response) {}

    private final JdbcClient jdbc;
    private final Properties properties;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Properties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** The first answer under this key; 422 if something else was asked then. */
    public Optional<Answer> find(Key key) {
        return jdbc.sql("SELECT request_hash, location, response FROM idempotency_key WHERE user_id = ? AND key = ?")
                .params(key.userId(), key.value())
                .query(Row.class)
                .optional()
                .map(row -> answer(key, row));
    }

    /**
     * Claims the key for the running transaction. Of two at once the second waits for the first, here and on other
     * replicas.
     *
     * @return false if another transaction has claimed it and committed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(Key key) {
        return jdbc.sql("INSERT INTO idempotency_key (user_id, key, request_hash, created_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(key.userId(), key.value(), key.requestHash(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Key key, Answer answer) {
        jdbc.sql("UPDATE idempotency_key SET location = ?, response = ? WHERE user_id = ? AND key = ?")
                .params(answer.location(), answer.response(), key.userId(), key.value())
                .update();
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .param(Timestamp.from(clock.instant().minus(properties.keepKeys())))
                .update();
    }

    private static Answer answer(Key key, Row row) {
        if (!MessageDigest.isEqual(key.requestHash(), row.requestHash())) {
            throw Problem.unprocessable("This Idempotency-Key was used for another request");
        }
        return new Answer(row.location(), row.response());
    }
}
