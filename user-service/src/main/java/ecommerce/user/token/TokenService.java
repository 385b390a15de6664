package ecommerce.user.token;

import ecommerce.user.throttle.AccountKey;
import ecommerce.user.throttle.SignInThrottle;
import ecommerce.user.token.RefreshFamilies.Family;
import ecommerce.user.token.RefreshTokens.Use;
import ecommerce.user.user.SignInsEnded;
import ecommerce.user.user.User;
import ecommerce.user.user.UserRepository;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

/** Signs users in and out and refreshes tokens, for all endpoints. */
@Service
public class TokenService {

    private static final Logger log = LoggerFactory.getLogger(TokenService.class);

    private final AuthenticationManager passwordAuthentication;
    private final SignInThrottle throttle;
    private final UserRepository users;
    private final AccessTokens accessTokens;
    private final RefreshFamilies families;
    private final RefreshTokens refreshTokens;
    private final SignInAudit audit;
    private final TransactionTemplate transaction;

    TokenService(
            AuthenticationManager passwordAuthentication,
            SignInThrottle throttle,
            UserRepository users,
            AccessTokens accessTokens,
            RefreshFamilies families,
            RefreshTokens refreshTokens,
            SignInAudit audit,
            TransactionTemplate transaction) {
        this.passwordAuthentication = passwordAuthentication;
        this.throttle = throttle;
        this.users = users;
        this.accessTokens = accessTokens;
        this.families = families;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Signs a user in with a password. Throws 429 after too many attempts.
     *
     * @param clientAddress the client's IP address
     * @throws BadCredentialsException if the user name is unknown, the password is wrong or the user is blocked
     */
    public IssuedTokens signIn(String username, String password, String clientAddress) {
        var user = users.findByUsername(username);
        var account = user.map(found -> AccountKey.of(found.userId())).orElseGet(() -> AccountKey.unknown(username));
        var name = user.map(User::username).orElse(username);
        try {
            return signInUnlessThrottled(name, account, password, clientAddress);
        } catch (BadCredentialsException wrong) {
            audit.refused(user, account, reason(user));
            throw wrong;
        } catch (ErrorResponseException refusal) {
            audit.refused(user, account, refusal.getBody().getDetail());
            throw refusal;
        }
    }

    private IssuedTokens signInUnlessThrottled(String name, AccountKey account, String password, String clientAddress) {
        return throttle.guard(account, clientAddress, () -> {
            var endedBefore = families.endedOf(name);
            passwordAuthentication.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
            return Objects.requireNonNull(
                    transaction.execute(status -> start(findUser(name), endedBefore, clientAddress)));
        });
    }

    /**
     * Issues new tokens for a refresh token, which can be used only once, save for a few seconds of grace. If a token is used
     * again later, one of its two users must have stolen it, so the whole sign-in is revoked. Throws 429 if the sign-in was
     * refreshed too often.
     *
     * @param clientAddress the client's IP address, which the throttle remembers
     * @throws BadCredentialsException if the token is unknown, expired or already used
     */
    @Transactional(noRollbackFor = BadCredentialsException.class)
    public IssuedTokens refresh(String refreshToken, String clientAddress) {
        return switch (refreshTokens.use(refreshToken)) {
            case Use.Accepted(var family) -> {
                throttle.remember(AccountKey.of(family.userId()), clientAddress);
                var user = users.findById(family.userId())
                        .filter(owner -> !owner.isBlocked()) // the previous version signs blocked users in
                        .orElseThrow(TokenService::invalidToken);
                yield issue(user, family, clientAddress);
            }
            case Use.Refused() -> throw invalidToken();
            case Use.Reused(var family) -> {
                log.warn("A refresh token was used twice; revoking the sign-in {}", family.familyId());
                refreshTokens.revokeFamily(family.familyId());
                audit.reused(family.userId());
                throw invalidToken();
            }
        };
    }

    /** Revokes the sign-in that the token belongs to. An unknown token isn't an error (RFC 7009, 2.2). */
    @Transactional
    public void revoke(String refreshToken) {
        refreshTokens.familyOf(refreshToken).ifPresent(familyId -> {
            families.lock(familyId).map(Family::userId).flatMap(users::findById).ifPresent(audit::ended);
            refreshTokens.revokeFamily(familyId);
        });
    }

    /** Ends a sign-in. Returns false if it has ended already. */
    @Transactional
    public boolean end(UUID signInId) {
        var isOpen = families.lock(signInId).filter(family -> !family.revoked()).isPresent();
        if (isOpen) {
            refreshTokens.revokeFamily(signInId);
        }
        return isOpen;
    }

    @EventListener
    void signInsEnded(SignInsEnded event) {
        refreshTokens.revokeAllOf(event.userId());
    }

    private User findUser(String username) {
        return users.findByUsername(username)
                .orElseThrow(() -> new BadCredentialsException("The user no longer exists"));
    }

    private IssuedTokens start(User user, int endedBefore, String clientAddress) {
        var family = families.start(user.userId(), endedBefore);
        if (family == null) {
            throw new BadCredentialsException("The password was changed during the sign-in");
        }
        audit.succeeded(user);
        return issue(user, family, clientAddress);
    }

    private IssuedTokens issue(User user, Family family, String clientAddress) {
        families.recordUse(family.familyId(), clientAddress);
        return new IssuedTokens(accessTokens.issue(user, family), refreshTokens.issue(family));
    }

    private static String reason(Optional<User> user) {
        return user.filter(User::isBlocked).isPresent() ? "the user is blocked" : "wrong user name or password";
    }

    private static BadCredentialsException invalidToken() {
        return new BadCredentialsException("The refresh token is not valid");
    }
}
