package ecommerce.user.name;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the keys to accounts that the previous release has stored. The account with the lowest id keeps a key. Others with
 * the same key collide with it; they keep their names and are found by their own spelling only.
 */
@Component
class MissingKeys {

    private record Names(long userId, String username, String email) {}

    private static final Logger log = LoggerFactory.getLogger(MissingKeys.class);

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MissingKeys(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT10M")
    void add() {
        var last = Long.MIN_VALUE;
        for (var batch = after(last); !batch.isEmpty(); batch = after(last)) {
            batch.forEach(this::add);
            last = batch.getLast().userId();
        }
        endCollisions("username");
        endCollisions("email");
    }

    private List<Names> after(long userId) {
        return jdbc.sql("""
                        SELECT user_id, username, email FROM users
                         WHERE (username_key IS NULL OR email_key IS NULL) AND user_id > ? ORDER BY user_id LIMIT ?
                        """)
                .params(userId, BATCH)
                .query((row, number) ->
                        new Names(row.getLong("user_id"), row.getString("username"), row.getString("email")))
                .list();
    }

    private void add(Names names) {
        add("username", names.username(), AccountNames.usernameKey(names.username()), names.userId());
        add("email", names.email(), AccountNames.emailKey(names.email()), names.userId());
    }

    private void add(String field, String name, String key, long userId) {
        try {
            transaction.executeWithoutResult(status -> {
                yieldKey(field, key, userId);
                jdbc.sql("""
                                UPDATE users SET %1$s_key = :key, %1$s_collides = EXISTS (
                                       SELECT 1 FROM users other
                                        WHERE other.%1$s_key = :key AND NOT other.%1$s_collides
                                          AND other.user_id <> :id)
                                 WHERE user_id = :id AND %1$s_key IS NULL AND %1$s = :name
                                """.formatted(field))
                        .param("key", key)
                        .param("id", userId)
                        .param("name", name)
                        .update();
            });
        } catch (DuplicateKeyException e) {
            log.info("The {} of user {} was taken at the same time; the next run marks the collision", field, userId);
        }
    }

    /** Takes the key from an account with a higher id, which registered before the lower one had its key. */
    private void yieldKey(String field, String key, long userId) {
        jdbc.sql("""
                        UPDATE users SET %1$s_collides = true
                         WHERE %1$s_key = :key AND NOT %1$s_collides AND user_id > :id
                        """.formatted(field)).param("key", key).param("id", userId).update();
    }

    /** Gives a key to accounts whose namesakes are gone or have changed their email addresses. */
    private void endCollisions(String field) {
        jdbc.sql("""
                        UPDATE users account SET %1$s_collides = false
                         WHERE %1$s_collides AND NOT EXISTS (
                               SELECT 1 FROM users other
                                WHERE other.%1$s_key = account.%1$s_key AND other.user_id <> account.user_id)
                        """.formatted(field)).update();
    }
}
