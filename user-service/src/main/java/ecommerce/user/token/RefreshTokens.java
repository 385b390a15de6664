package ecommerce.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * Stores opaque refresh tokens. The table contains only their SHA-256 hashes, so a copy of the table can't be used to
 * sign in.
 */
@Component
class RefreshTokens {

    /** The result of using a token. */
    sealed interface Use {
        record Accepted(long userId, UUID familyId) implements Use {}

        /** The token is unknown or has expired. */
        record Refused() implements Use {}

        /** The token was used before, so it may have been stolen. */
        record Reused(UUID familyId) implements Use {}
    }

    private record Row(long userId, UUID familyId) {}

    private final Base64StringKeyGenerator generator =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);
    private final JdbcClient jdbc;
    private final TokenProperties properties;
    private final Clock clock;

    RefreshTokens(JdbcClient jdbc, TokenProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    String issue(long userId, UUID familyId) {
        var token = generator.generateKey();
        jdbc.sql("INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at) VALUES (?, ?, ?, ?)")
                .params(
                        hash(token),
                        familyId,
                        userId,
                        Timestamp.from(clock.instant().plus(properties.refreshTokenLifetime())))
                .update();
        return token;
    }

    /** Uses the token. If it is used concurrently, only one call is accepted. */
    Use use(String token) {
        var now = Timestamp.from(clock.instant());
        Optional<Row> used = jdbc.sql("""
                        UPDATE refresh_token SET used_at = :now
                         WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                        RETURNING user_id, family_id
                        """)
                .param("now", now)
                .param("hash", hash(token))
                .query(Row.class)
                .optional();
        if (used.isPresent()) {
            return new Use.Accepted(used.get().userId(), used.get().familyId());
        }
        return familyOf(token, "AND used_at IS NOT NULL")
                .<Use>map(Use.Reused::new)
                .orElseGet(Use.Refused::new);
    }

    Optional<UUID> familyOf(String token) {
        return familyOf(token, "");
    }

    private Optional<UUID> familyOf(String token, String condition) {
        return jdbc.sql("SELECT family_id FROM refresh_token WHERE token_hash = ? " + condition)
                .param(hash(token))
                .query(UUID.class)
                .optional();
    }

    void revokeFamily(UUID familyId) {
        jdbc.sql("DELETE FROM refresh_token WHERE family_id = ?")
                .param(familyId)
                .update();
    }

    void revokeAllOf(long userId) {
        jdbc.sql("DELETE FROM refresh_token WHERE user_id = ?").param(userId).update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        jdbc.sql("DELETE FROM refresh_token WHERE expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
