package ecommerce.user.token;

import ecommerce.user.throttle.RefreshThrottle;
import ecommerce.user.token.RefreshFamilies.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        record Accepted(Family family) implements Use {}

        /** The token is unknown, expired or revoked. */
        record Refused() implements Use {}

        /** The token was used before, so it may have been stolen. */
        record Reused(Family family) implements Use {}
    }

    private record Row(Instant expiresAt, @Nullable Instant usedAt) {}

    private final Base64StringKeyGenerator generator =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);
    private final JdbcClient jdbc;
    private final RefreshFamilies families;
    private final RefreshThrottle throttle;
    private final TokenProperties properties;
    private final Clock clock;

    RefreshTokens(
            JdbcClient jdbc,
            RefreshFamilies families,
            RefreshThrottle throttle,
            TokenProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.families = families;
        this.throttle = throttle;
        this.properties = properties;
        this.clock = clock;
    }

    /** Issues a token. It expires with the sign-in at the latest. */
    String issue(Family family) {
        var token = generator.generateKey();
        var idle = clock.instant().plus(properties.refreshTokenLifetime());
        var end = family.signedInAt().plus(properties.signInLifetime());
        jdbc.sql("INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at) VALUES (?, ?, ?, ?)")
                .params(
                        hash(token),
                        family.familyId(),
                        family.userId(),
                        Timestamp.from(idle.isBefore(end) ? idle : end))
                .update();
        return token;
    }

    /**
     * Uses the token. It is accepted again for a few seconds after its first use, because two tabs of a browser may refresh
     * at the same time, and a response may get lost. Throws 429 if the sign-in was refreshed too often.
     */
    Use use(String token) {
        var locked = familyOf(token).flatMap(families::lock);
        var row = find(token);
        if (locked.isEmpty() || row.isEmpty()) {
            return new Use.Refused();
        }
        var family = locked.get();
        var now = clock.instant();
        var end = family.signedInAt().plus(properties.signInLifetime());
        if (family.revoked() || !now.isBefore(row.get().expiresAt()) || !now.isBefore(end)) {
            return new Use.Refused();
        }
        var usedAt = row.get().usedAt();
        if (usedAt != null && !now.isBefore(usedAt.plus(properties.refreshGrace()))) {
            return new Use.Reused(family);
        }
        throttle.count(family.familyId());
        if (usedAt == null) {
            markUsed(token, now);
        }
        return new Use.Accepted(family);
    }

    private void markUsed(String token, Instant now) {
        jdbc.sql("UPDATE refresh_token SET used_at = ? WHERE token_hash = ?")
                .params(Timestamp.from(now), hash(token))
                .update();
    }

    Optional<UUID> familyOf(String token) {
        return jdbc.sql("SELECT family_id FROM refresh_token WHERE token_hash = ?")
                .param(hash(token))
                .query(UUID.class)
                .optional();
    }

    private Optional<Row> find(String token) {
        return jdbc.sql("SELECT expires_at, used_at FROM refresh_token WHERE token_hash = ?")
                .param(hash(token))
                .query((row, number) -> {
                    var usedAt = row.getTimestamp("used_at");
                    return new Row(
                            row.getTimestamp("expires_at").toInstant(), usedAt == null ? null : usedAt.toInstant());
                })
                .optional();
    }

    /** Revokes a sign-in. Also deletes its tokens, because the previous version knows only them. */
    void revokeFamily(UUID familyId) {
        families.lock(familyId);
        families.revoke(familyId);
        jdbc.sql("DELETE FROM refresh_token WHERE family_id = ?")
                .param(familyId)
                .update();
    }

    void revokeAllOf(long userId) {
        families.revokeAllOf(userId);
        jdbc.sql("DELETE FROM refresh_token WHERE user_id = ?").param(userId).update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        jdbc.sql("DELETE FROM refresh_token WHERE expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        families.forgetEnded();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
