package ecommerce.user.user;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.SortFields;
import ecommerce.user.password.PasswordHashing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@Transactional
public class UserService {

    private static final SortFields SORT = new SortFields(
            "userId",
            Map.of(
                    "userId", "userId",
                    "firstName", "firstName",
                    "lastName", "lastName",
                    "email", "email",
                    "username", "username",
                    "createdAt", "createdAt"));
    private static final long NOBODY = -1;

    private final UserRepository users;
    private final ApplicationEventPublisher events;
    private final MergePatches patches;
    private final RecentSignIn recentSignIn;
    private final Audit audit;

    UserService(
            UserRepository users,
            ApplicationEventPublisher events,
            MergePatches patches,
            RecentSignIn recentSignIn,
            Audit audit) {
        this.users = users;
        this.events = events;
        this.patches = patches;
        this.recentSignIn = recentSignIn;
        this.audit = audit;
    }

    /** Throws 409 if the user name or the email address is taken, regardless of the spelling. */
    @Transactional(readOnly = true)
    public void requireFree(String username, String email) {
        if (users.findByUsername(username).isPresent()) {
            throw Problem.duplicate("credential.username", "The user name %s is taken".formatted(username));
        }
        requireFreeEmail(email, NOBODY);
    }

    /**
     * Creates an account. Throws 409 if the user name or the email address is taken.
     *
     * @param passwordHash made by {@link PasswordHashing}
     */
    public User register(Profile profile, String username, String passwordHash, Role role) {
        requireFree(username, profile.email());
        var user = users.save(new User(profile, username, passwordHash, role));
        audit.record(event("user.register", user).with("role", role));
        return user;
    }

    /**
     * Finds users whose name, user name or email address contains the text. A null parameter matches all users.
     *
     * @param blocked whether the user is blocked
     */
    @Transactional(readOnly = true)
    public Page<User> search(String text, @Nullable Role role, @Nullable Boolean blocked, Pageable pageable) {
        var escaped = text.trim().replaceAll("([\\\\%_])", "\\\\$1");
        users.planForParameters();
        return users.search(escaped, role, blocked, SORT.apply(pageable));
    }

    @Transactional(readOnly = true)
    public User find(long userId, Caller caller) {
        if (!caller.mayActFor(userId)) {
            throw Problem.notFound("user", userId);
        }
        return users.findById(userId).orElseThrow(() -> Problem.notFound("user", userId));
    }

    @Transactional(readOnly = true)
    public User findByUsername(String username, Caller caller) {
        return users.findByUsername(username)
                .filter(user -> caller.mayActFor(user.userId()))
                .orElseThrow(() -> Problem.notFound("user", username));
    }

    User replace(long userId, ReplaceUserRequest request, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        return storeProfile(user, request.profile(), caller);
    }

    User change(long userId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        var request = patches.apply(ChangeUserRequest.of(user), patch);
        assign(userId, request.role(), caller);
        return storeProfile(user, request.profile(), caller);
    }

    /**
     * Assigns a role. Throws 403 if the caller isn't staff and the role differs from the current one, 401 if the caller's
     * sign-in is too old, and 409 if the user is the last member of staff.
     */
    public void assign(long userId, Role role, Caller caller) {
        var user = find(userId, caller);
        if (role == user.role()) {
            return;
        }
        if (!caller.isAdmin()) {
            throw Problem.forbidden("Only staff may change roles");
        }
        recentSignIn.require(caller);
        requireOtherStaff(user);
        audit.record(event("user.role-change", user).withChange("role", user.role(), role));
        user.assign(role);
    }

    /**
     * Deletes the user with all addresses and sign-ins. Throws 401 if the caller's sign-in is too old, and 409 if the user is the
     * last member of staff.
     */
    void delete(long userId, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        recentSignIn.require(caller);
        requireOtherStaff(user);
        // Locks the sign-ins in the same order as a new password does.
        events.publishEvent(new SignInsEnded(userId));
        users.delete(user);
        audit.record(event("user.delete", user));
    }

    /**
     * Throws 409 if the user is the last member of staff who isn't blocked. Locks all staff, so that two concurrent requests
     * can't remove the last two.
     */
    public void requireOtherStaff(User user) {
        if (user.role() == Role.ADMIN && users.lockStaff().equals(List.of(user.userId()))) {
            throw Problem.conflict(
                    "User %d is the last member of staff. Make another user staff first.".formatted(user.userId()));
        }
    }

    private User storeProfile(User user, Profile profile, Caller caller) {
        var stored = profile.keepingEmailOf(user.profile());
        if (!stored.email().equals(user.email())) {
            recentSignIn.require(caller);
            requireFreeEmail(stored.email(), user.userId());
        }
        recordChange(user, stored, caller);
        user.replaceProfile(stored);
        return users.saveAndFlush(user);
    }

    /** Records what staff change, and each new email address. A customer could fill the log with other changes. */
    private void recordChange(User user, Profile stored, Caller caller) {
        var differences = user.profile().differencesTo(stored);
        var isNewEmail = !stored.email().equals(user.email());
        if (isNewEmail || (caller.isAdmin() && !differences.isEmpty())) {
            audit.record(event("user.change", user).with("members", differences));
        }
    }

    private static AuditEvent event(String action, User user) {
        return AuditEvent.of(action, "user", user.userId()).with("username", user.username());
    }

    private void requireFreeEmail(String email, long exceptId) {
        if (users.existsByEmail(email, exceptId)) {
            throw Problem.duplicate("email", "The email address %s already belongs to an account".formatted(email));
        }
    }
}
