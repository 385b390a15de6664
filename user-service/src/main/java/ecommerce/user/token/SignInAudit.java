package ecommerce.user.token;

import ecommerce.defaults.audit.Actor;
import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.user.user.Role;
import ecommerce.user.user.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records sign-ins and sign-outs. A failed sign-in is recorded with the name that was tried, never with the password. */
@Component
class SignInAudit {

    private final Audit audit;

    SignInAudit(Audit audit) {
        this.audit = audit;
    }

    void succeeded(User user) {
        audit.record(actor(user), AuditEvent.of("sign-in", "user", user.userId()));
    }

    void failed(String username, @Nullable String reason) {
        audit.recordAlone(AuditEvent.of("sign-in.fail", "username", username).with("reason", reason));
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
