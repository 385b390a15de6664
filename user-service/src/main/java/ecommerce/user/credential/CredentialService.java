package ecommerce.user.credential;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.user.passwordchange.PasswordChange;
import ecommerce.user.user.User;
import ecommerce.user.user.UserRepository;
import ecommerce.user.user.UserService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class CredentialService {

    private final UserService users;
    private final UserRepository repository;
    private final PasswordChange passwords;
    private final TransactionTemplate transaction;
    private final Audit audit;

    CredentialService(
            UserService users,
            UserRepository repository,
            PasswordChange passwords,
            TransactionTemplate transaction,
            Audit audit) {
        this.users = users;
        this.repository = repository;
        this.passwords = passwords;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Lists all credentials if the caller is staff, otherwise only the caller's own. */
    @Transactional(readOnly = true)
    Page<User> list(Pageable pageable, Caller caller) {
        if (caller.isAdmin()) {
            return users.search("", null, null, pageable);
        }
        var own = pageable.getOffset() == 0 ? List.of(users.find(caller.userId(), caller)) : List.<User>of();
        return new PageImpl<>(own, pageable, 1);
    }

    /**
     * Changes the role, the password or both. Throws 400 if the request contains another user name or a wrong current
     * password, and 403 if the caller may not assign the role.
     */
    User replace(long credentialId, CredentialRequest request, @Nullable String ifMatch, Caller caller) {
        check(users.find(credentialId, caller), request, ifMatch);
        var change = prepare(credentialId, request, caller);
        return transaction.execute(status -> {
            var user = users.find(credentialId, caller);
            check(user, request, ifMatch);
            var role = request.roleBasedAuthority();
            var isChange = change != null || (role != null && role != user.role());
            if (role != null) {
                users.assign(credentialId, role, caller);
            }
            if (change != null) {
                passwords.store(credentialId, change, caller);
            }
            if (isChange) {
                audit.record(
                        AuditEvent.of("credential.change", "user", credentialId).with("username", user.username()));
            }
            return repository.saveAndFlush(user);
        });
    }

    private PasswordChange.@Nullable Prepared prepare(long credentialId, CredentialRequest request, Caller caller) {
        if (request.password() == null) {
            return null;
        }
        var password = new PasswordChange.NewValue("password", request.password());
        return passwords.prepare(credentialId, request.currentPassword(), password, caller);
    }

    private static void check(User user, CredentialRequest request, @Nullable String ifMatch) {
        ETag.check(ifMatch, user.version());
        if (request.username() != null && !request.username().equals(user.username())) {
            throw Problem.invalid("username", "can't be changed; it is " + user.username());
        }
    }
}
