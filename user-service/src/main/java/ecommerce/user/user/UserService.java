package ecommerce.user.user;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.MergePatches;
import ecommerce.defaults.web.SortFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Service
@Transactional
class UserService {

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
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final MergePatches patches;

    UserService(
            UserRepository users, PasswordEncoder passwords, ApplicationEventPublisher events, MergePatches patches) {
        this.users = users;
        this.passwords = passwords;
        this.events = events;
        this.patches = patches;
    }

    User register(RegisterRequest request, Role role) {
        var credential = request.credential();
        if (users.findByUsername(credential.username()).isPresent()) {
            throw Problem.duplicate(
                    "credential.username", "The user name %s is taken".formatted(credential.username()));
        }
        requireFreeEmail(request.email(), NOBODY);
        var hash = passwords.encode(credential.password());
        return users.save(new User(request.profile(), credential.username(), hash, role));
    }

    @Transactional(readOnly = true)
    Page<User> search(String text, Pageable pageable) {
        var escaped = text.trim().replaceAll("([\\\\%_])", "\\\\$1");
        return users.search(escaped, SORT.apply(pageable));
    }

    @Transactional(readOnly = true)
    User find(long userId, Caller caller) {
        if (!caller.mayActFor(userId)) {
            throw Problem.notFound("user", userId);
        }
        return users.findById(userId).orElseThrow(() -> Problem.notFound("user", userId));
    }

    @Transactional(readOnly = true)
    User findByUsername(String username, Caller caller) {
        return users.findByUsername(username)
                .filter(user -> caller.mayActFor(user.userId()))
                .orElseThrow(() -> Problem.notFound("user", username));
    }

    User replace(long userId, ReplaceUserRequest request, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        return storeProfile(user, request.profile());
    }

    User change(long userId, ObjectNode patch, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        var request = patches.apply(ChangeUserRequest.of(user), patch);
        if (request.role() != user.role()) {
            if (!caller.isAdmin()) {
                throw Problem.forbidden("Only staff may give roles");
            }
            user.assign(request.role());
        }
        return storeProfile(user, request.profile());
    }

    /** Ends every sign-in of the user, since whoever knew the old password may hold one. */
    void changePassword(long userId, ChangePasswordRequest request, Caller caller) {
        var user = find(userId, caller);
        var known = request.currentPassword() != null
                && passwords.matches(request.currentPassword(), user.passwordHash());
        if (!known && !caller.isAdmin()) {
            throw Problem.invalid("currentPassword", "is not the current password");
        }
        user.changePassword(passwords.encode(request.newPassword()));
        events.publishEvent(new SignInsEnded(userId));
    }

    /** The user's addresses and sign-ins go along. */
    void delete(long userId, @Nullable String ifMatch, Caller caller) {
        var user = find(userId, caller);
        ETag.check(ifMatch, user.version());
        users.delete(user);
    }

    private User storeProfile(User user, Profile profile) {
        requireFreeEmail(profile.email(), user.userId());
        user.replaceProfile(profile);
        return users.saveAndFlush(user);
    }

    private void requireFreeEmail(String email, long exceptId) {
        if (users.existsByEmail(email, exceptId)) {
            throw Problem.duplicate("email", "The email address %s belongs to an account already".formatted(email));
        }
    }
}
