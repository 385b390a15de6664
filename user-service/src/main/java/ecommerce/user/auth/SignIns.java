package ecommerce.user.auth;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.SortFields;
import ecommerce.user.token.TokenService;
import ecommerce.user.user.SignInsEnded;
import ecommerce.user.user.UserService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and ends the open sign-ins of a user. */
@Service
@Transactional
class SignIns {

    private static final SortFields SORT =
            new SortFields("family_id", Map.of("signedInAt", "signed_in_at", "lastUsedAt", "last_used_at"));
    private static final Sort LATEST_FIRST = Sort.by(Sort.Direction.DESC, "lastUsedAt");

    /**
     * A sign-in is open as long as it has a token that wasn't used. The version before stored some sign-ins as their tokens
     * only; such a sign-in began when its oldest token was issued.
     */
    private static final String OPEN = """
            FROM (SELECT family_id, expires_at, last_address, signed_in_at, coalesce(last_used_at, signed_in_at) AS last_used_at
                    FROM (SELECT family_id, unused.expires_at, f.last_address, f.last_used_at,
                                 coalesce(f.signed_in_at,
                                          (SELECT min(t.expires_at) FROM refresh_token t WHERE t.family_id = unused.family_id)
                                              - make_interval(secs => :lifetime)) AS signed_in_at
                            FROM (SELECT family_id, max(expires_at) AS expires_at FROM refresh_token
                                   WHERE user_id = :userId AND used_at IS NULL AND expires_at > :now
                                   GROUP BY family_id) unused
                            LEFT JOIN refresh_family f USING (family_id)
                           WHERE f.revoked IS NOT TRUE) stored) sign_in
            """;

    private final JdbcClient jdbc;
    private final UserService users;
    private final TokenService tokens;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Duration tokenLifetime;
    private final Clock clock;

    SignIns(
            JdbcClient jdbc,
            UserService users,
            TokenService tokens,
            ApplicationEventPublisher events,
            Audit audit,
            @Value("${shop.tokens.refresh-token-lifetime}") Duration tokenLifetime,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.tokens = tokens;
        this.events = events;
        this.audit = audit;
        this.tokenLifetime = tokenLifetime;
        this.clock = clock;
    }

    /** Lists the user's open sign-ins, by default the one that was used last first. Throws 404 for another customer's. */
    @Transactional(readOnly = true)
    Page<SignInResponse> list(long userId, Pageable pageable, Caller caller) {
        users.find(userId, caller);
        var page = SORT.apply(
                pageable.getSort().isSorted()
                        ? pageable
                        : PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), LATEST_FIRST));
        var order = page.getSort().stream()
                .map(key -> key.getProperty() + " " + key.getDirection())
                .collect(Collectors.joining(", "));
        var rows = ofUser("SELECT * " + OPEN + " ORDER BY " + order + " LIMIT :size OFFSET :offset", userId)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, number) -> toResponse(row, caller.signInId()))
                .list();
        return new PageImpl<>(rows, page, count(userId));
    }

    /** Ends one sign-in. Throws 404 if it isn't open, or if it is another customer's. */
    void end(UUID signInId, Caller caller) {
        var owner = jdbc.sql("SELECT user_id FROM refresh_token WHERE family_id = ? AND used_at IS NULL LIMIT 1")
                .param(signInId)
                .query(Long.class)
                .optional()
                .filter(caller::mayActFor);
        if (owner.isEmpty() || !tokens.end(signInId)) {
            throw Problem.notFound("sign-in", signInId);
        }
        audit.record(event(owner.get(), caller).with("signInId", signInId));
    }

    /**
     * Ends all sign-ins of the user, also those that have not completed yet. Throws 404 for another customer's. If none is
     * open, the audit log gets no entry.
     */
    void endAll(long userId, Caller caller) {
        users.find(userId, caller);
        var open = count(userId);
        events.publishEvent(new SignInsEnded(userId));
        if (open > 0) {
            audit.record(event(userId, caller).with("ended", open));
        }
    }

    private long count(long userId) {
        return ofUser("SELECT count(*) " + OPEN, userId).query(Long.class).single();
    }

    private JdbcClient.StatementSpec ofUser(String sql, long userId) {
        return jdbc.sql(sql)
                .param("userId", userId)
                .param("now", Timestamp.from(clock.instant()))
                .param("lifetime", tokenLifetime.toSeconds());
    }

    /** Users' own sign-outs have the name of those with a refresh token, and like those aren't kept for ever. */
    private static AuditEvent event(long userId, Caller caller) {
        return AuditEvent.of(caller.userId() == userId ? "sign-out" : "sign-in.end", "user", userId);
    }

    private static SignInResponse toResponse(ResultSet row, @Nullable String current) throws SQLException {
        var signInId = row.getObject("family_id", UUID.class);
        return new SignInResponse(
                signInId,
                row.getTimestamp("signed_in_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getString("last_address"),
                row.getTimestamp("expires_at").toInstant(),
                signInId.toString().equals(current) ? true : null);
    }
}
