package ecommerce.user.token;

import ecommerce.defaults.audit.Actor;
import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.audit.Refusals;
import ecommerce.user.throttle.AccountKey;
import ecommerce.user.user.Role;
import ecommerce.user.user.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records sign-ins and sign-outs. A refused sign-in is recorded with the account, never with what was typed, because people type
 * passwords and email addresses into the field of the user name.
 */
@Component
class SignInAudit {

    private static final String REFUSED = "sign-in.refused";

    private final Audit audit;
    private final Refusals refusals;

    SignInAudit(Audit audit, Refusals refusals) {
        this.audit = audit;
        this.refusals = refusals;
    }

    void succeeded(User user) {
        audit.record(actor(user), AuditEvent.of("sign-in", "user", user.userId()));
    }

    /**
     * Records a refused sign-in.
     *
     * @param user the account; empty if no account has the name
     * @param key stands for the name, so that a refusal is stored as often whether the account exists or not: the time of an
     *     answer doesn't tell
     */
    void refused(Optional<User> user, AccountKey key, @Nullable String reason) {
        var event = user.map(account ->
                        AuditEvent.of(REFUSED, "user", account.userId()).with("username", account.username()))
                .orElseGet(() -> AuditEvent.of(REFUSED, "user", "unknown"));
        refusals.record(event.with("reason", reason), key.text());
    }

    void ended(User user) {
        audit.record(actor(user), AuditEvent.of("sign-out", "user", user.userId()));
    }

    /** Records that a refresh token was used twice, so that its sign-in was revoked. */
    void reused(long userId) {
        audit.record(AuditEvent.of("sign-in.revoke", "user", userId).with("reason", "a refresh token was used twice"));
    }

    private static Actor actor(User user) {
        return Actor.user(user.userId(), user.username(), user.role() == Role.ADMIN);
    }
}
