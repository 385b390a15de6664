package ecommerce.user.passwordchange;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.audit.Refusals;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.user.password.GuessablePasswords;
import ecommerce.user.password.PasswordHashing;
import ecommerce.user.throttle.PasswordChangeThrottle;
import ecommerce.user.user.SignInsEnded;
import ecommerce.user.user.UserService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords in two steps. Hashing takes long, so it is done before the transaction that stores the change. */
@Component
public class PasswordChange {

    /**
     * A change that may be stored.
     *
     * @param replaced the hash of the current password
     * @param hash the hash of the new password
     */
    public record Prepared(String replaced, String hash) {

        @Override
        public String toString() {
            return "Prepared[]";
        }
    }

    /**
     * The new password.
     *
     * @param member the member of the request that contains it
     */
    public record NewValue(String member, String value) {

        @Override
        public String toString() {
            return "NewValue[member=%s]".formatted(member);
        }
    }

    private final UserService users;
    private final PasswordHashing hashing;
    private final PasswordChangeThrottle throttle;
    private final RecentSignIn recentSignIn;
    private final Refusals refusals;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PasswordChange(
            UserService users,
            PasswordHashing hashing,
            PasswordChangeThrottle throttle,
            RecentSignIn recentSignIn,
            Refusals refusals,
            Audit audit,
            ApplicationEventPublisher events) {
        this.users = users;
        this.hashing = hashing;
        this.throttle = throttle;
        this.recentSignIn = recentSignIn;
        this.refusals = refusals;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Checks the current password, unless staff change another user's, and hashes the new one. Throws 400 if the current
     * password is wrong or missing or the new one is a name of the user, 429 after too many wrong ones, and 401 if the
     * caller's sign-in is too old.
     */
    public Prepared prepare(long userId, @Nullable String currentPassword, NewValue password, Caller caller) {
        var user = users.find(userId, caller);
        var current = user.passwordHash();
        recentSignIn.require(caller);
        var isOwn = caller.userId() == userId;
        if ((isOwn || !caller.isAdmin()) && !isRight(currentPassword, current, userId)) {
            refusals.record(AuditEvent.of("user.password.refused", "user", userId));
            throw Problem.invalid("currentPassword", "is not the current password");
        }
        GuessablePasswords.refuse(password.value(), user.username(), user.email(), password.member());
        return new Prepared(current, hashing.encode(password.value()));
    }

    /**
     * Stores the change and ends all sign-ins of the user, because anyone who knew the old password may have signed in.
     * Throws 409 if the password was changed since the change was prepared.
     */
    @Transactional
    public void store(long userId, Prepared change, Caller caller) {
        var user = users.find(userId, caller);
        if (!user.passwordHash().equals(change.replaced())) {
            throw Problem.conflict("Another request changed the password at the same time. Try again.");
        }
        user.changePassword(change.hash());
        audit.record(AuditEvent.of("user.password-change", "user", userId).with("username", user.username()));
        events.publishEvent(new SignInsEnded(userId));
    }

    private boolean isRight(@Nullable String password, String hash, long userId) {
        return password != null && throttle.guard(userId, () -> hashing.matches(password, hash));
    }
}
