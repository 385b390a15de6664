package ecommerce.user.block;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.user.user.SignInsEnded;
import ecommerce.user.user.User;
import ecommerce.user.user.UserService;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blocks and unblocks users. */
@Service
@Transactional
class Blocks {

    private final UserService users;
    private final RecentSignIn recentSignIn;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Blocks(UserService users, RecentSignIn recentSignIn, ApplicationEventPublisher events, Audit audit) {
        this.users = users;
        this.recentSignIn = recentSignIn;
        this.events = events;
        this.audit = audit;
    }

    /** Returns why the user is blocked. Throws 404 if the user isn't blocked. */
    @Transactional(readOnly = true)
    BlockResponse find(long userId, Caller caller) {
        return Optional.ofNullable(users.find(userId, caller).block())
                .map(block -> BlockResponse.of(userId, block))
                .orElseThrow(() -> notBlocked(userId));
    }

    /**
     * Blocks the user and ends all sign-ins. If the user is blocked already, replaces the reason. Throws 401 if the caller's
     * sign-in is too old, and 409 for the caller's own account and for the last member of staff who isn't blocked.
     */
    BlockResponse block(long userId, String reason, Caller caller) {
        var user = users.find(userId, caller);
        recentSignIn.require(caller);
        if (userId == caller.userId()) {
            throw Problem.conflict("You can't block your own account. Ask another member of staff.");
        }
        users.requireOtherStaff(user);
        if (user.block(reason, caller.username())) {
            events.publishEvent(new SignInsEnded(userId));
            audit.record(event("user.block", user).with("reason", reason));
        }
        return find(userId, caller);
    }

    /** Lets the user sign in again. Throws 401 if the caller's sign-in is too old, and 404 if the user isn't blocked. */
    void unblock(long userId, Caller caller) {
        var user = users.find(userId, caller);
        recentSignIn.require(caller);
        if (!user.unblock()) {
            throw notBlocked(userId);
        }
        audit.record(event("user.unblock", user));
    }

    private static RuntimeException notBlocked(long userId) {
        return Problem.notFound("block of user", userId);
    }

    private static AuditEvent event(String action, User user) {
        return AuditEvent.of(action, "user", user.userId()).with("username", user.username());
    }
}
