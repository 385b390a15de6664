package ecommerce.user.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores sign-ins. All refresh tokens of a sign-in are one family. A transaction that uses or revokes a token first locks
 * the family's row, so a token can't be replaced while its family is revoked.
 */
@Component
class RefreshFamilies {

    /**
     * A sign-in.
     *
     * @param signedInAt when the user entered the password
     */
    record Family(UUID familyId, long userId, Instant signedInAt, boolean revoked) {}

    private final JdbcClient jdbc;
    private final TokenProperties properties;
    private final Clock clock;

    RefreshFamilies(JdbcClient jdbc, TokenProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns how often all sign-ins of the user were ended; 0 for an unknown user name. */
    int endedOf(String username) {
        return jdbc.sql("SELECT sign_ins_ended FROM users WHERE lower(username) = lower(?)")
                .param(username)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Starts a family. Returns null if all sign-ins of the user were ended since {@code endedBefore} was read: the password
     * that was checked meanwhile may be an old one.
     */
    @Nullable
    Family start(long userId, int endedBefore) {
        var ended = jdbc.sql("SELECT sign_ins_ended FROM users WHERE user_id = ? FOR SHARE")
                .param(userId)
                .query(Integer.class)
                .optional();
        if (ended.isEmpty() || ended.get() != endedBefore) {
            return null;
        }
        var family = new Family(UUID.randomUUID(), userId, clock.instant(), false);
        jdbc.sql("INSERT INTO refresh_family (family_id, user_id, signed_in_at) VALUES (?, ?, ?)")
                .params(family.familyId(), userId, Timestamp.from(family.signedInAt()))
                .update();
        endOldest(userId);
        return family;
    }

    /**
     * Ends the oldest sign-ins beyond the number that a user may have. Deletes them, so that nobody can fill the table.
     * A refresh that waits for the lock of a deleted family finds neither family nor token.
     */
    private void endOldest(long userId) {
        jdbc.sql("""
                        SELECT family_id FROM refresh_family WHERE user_id = ?
                         ORDER BY revoked, signed_in_at DESC, family_id OFFSET ?
                        """)
                .params(userId, properties.signInsPerUser())
                .query(UUID.class)
                .list()
                .forEach(familyId -> {
                    jdbc.sql("DELETE FROM refresh_family WHERE family_id = ?")
                            .param(familyId)
                            .update();
                    jdbc.sql("DELETE FROM refresh_token WHERE family_id = ?")
                            .param(familyId)
                            .update();
                });
    }

    /**
     * Locks the family until the end of the transaction. Adds it if the previous version issued its tokens. Returns nothing
     * if the family has ended.
     */
    Optional<Family> lock(UUID familyId) {
        return find(familyId).or(() -> {
            adopt("family_id = ?", familyId);
            return find(familyId);
        });
    }

    private Optional<Family> find(UUID familyId) {
        return jdbc.sql("SELECT user_id, signed_in_at, revoked FROM refresh_family WHERE family_id = ? FOR UPDATE")
                .param(familyId)
                .query((row, number) -> new Family(
                        familyId,
                        row.getLong("user_id"),
                        row.getTimestamp("signed_in_at").toInstant(),
                        row.getBoolean("revoked")))
                .optional();
    }

    /** Stores when and from which address the sign-in was used, for the list of sign-ins. */
    void recordUse(UUID familyId, String clientAddress) {
        jdbc.sql("UPDATE refresh_family SET last_used_at = ?, last_address = ? WHERE family_id = ?")
                .params(Timestamp.from(clock.instant()), clientAddress, familyId)
                .update();
    }

    void revoke(UUID familyId) {
        jdbc.sql("UPDATE refresh_family SET revoked = true WHERE family_id = ?")
                .param(familyId)
                .update();
    }

    /** Revokes all families of the user, and stops sign-ins of the user that have not completed yet. */
    void revokeAllOf(long userId) {
        jdbc.sql("UPDATE users SET sign_ins_ended = sign_ins_ended + 1 WHERE user_id = ?")
                .param(userId)
                .update();
        adopt("user_id = ?", userId);
        jdbc.sql("UPDATE refresh_family SET revoked = true WHERE user_id = ? AND NOT revoked")
                .param(userId)
                .update();
    }

    /** Deletes the families whose last token has expired. */
    void forgetEnded() {
        var longest = properties.signInLifetime().plus(properties.refreshTokenLifetime());
        jdbc.sql("DELETE FROM refresh_family WHERE signed_in_at < ?")
                .param(Timestamp.from(clock.instant().minus(longest)))
                .update();
    }

    /**
     * Adds the families of tokens that the previous version issued. Such a sign-in began when its oldest token was issued,
     * since tokens are kept until they expire.
     */
    private void adopt(String condition, Object parameter) {
        jdbc.sql("""
                        INSERT INTO refresh_family (family_id, user_id, signed_in_at)
                        SELECT family_id, user_id, min(expires_at) - make_interval(secs => ?)
                          FROM refresh_token WHERE %s
                         GROUP BY family_id, user_id ORDER BY family_id
                        ON CONFLICT DO NOTHING
                        """.formatted(condition))
                .params(properties.refreshTokenLifetime().toSeconds(), parameter)
                .update();
    }
}
