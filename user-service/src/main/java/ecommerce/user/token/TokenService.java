package ecommerce.user.token;

import ecommerce.user.token.RefreshTokens.Use;
import ecommerce.user.user.SignInsEnded;
import ecommerce.user.user.User;
import ecommerce.user.user.UserRepository;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs users in and out and refreshes tokens, for all endpoints. */
@Service
public class TokenService {

    private static final Logger log = LoggerFactory.getLogger(TokenService.class);

    private final AuthenticationManager passwordAuthentication;
    private final SignInThrottle throttle;
    private final UserRepository users;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    TokenService(
            AuthenticationManager passwordAuthentication,
            SignInThrottle throttle,
            UserRepository users,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens) {
        this.passwordAuthentication = passwordAuthentication;
        this.throttle = throttle;
        this.users = users;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /**
     * Signs a user in with a password. Throws 429 after too many failed attempts.
     *
     * @throws BadCredentialsException if the user name is unknown or the password is wrong
     */
    public IssuedTokens signIn(String username, String password) {
        throttle.check(username);
        try {
            passwordAuthentication.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(username, password));
        } catch (AuthenticationException e) {
            throttle.failed(username);
            throw e;
        }
        throttle.succeeded(username);
        return issue(findUser(username), UUID.randomUUID());
    }

    /**
     * Issues new tokens for a refresh token, which can be used only once. If a token is used again, one of its two
     * users must have stolen it, so the whole sign-in is revoked.
     *
     * @throws BadCredentialsException if the token is unknown, expired or already used
     */
    @Transactional(noRollbackFor = BadCredentialsException.class)
    public IssuedTokens refresh(String refreshToken) {
        return switch (refreshTokens.use(refreshToken)) {
            case Use.Accepted(var userId, var familyId) ->
                issue(users.findById(userId).orElseThrow(TokenService::invalidToken), familyId);
            case Use.Refused() -> throw invalidToken();
            case Use.Reused(var familyId) -> {
                log.warn("A refresh token was used twice; revoking the sign-in {}", familyId);
                refreshTokens.revokeFamily(familyId);
                throw invalidToken();
            }
        };
    }

    /** Revokes the sign-in that the token belongs to. An unknown token isn't an error (RFC 7009, 2.2). */
    @Transactional
    public void revoke(String refreshToken) {
        refreshTokens.familyOf(refreshToken).ifPresent(refreshTokens::revokeFamily);
    }

    @EventListener
    void signInsEnded(SignInsEnded event) {
        refreshTokens.revokeAllOf(event.userId());
    }

    private User findUser(String username) {
        return users.findByUsername(username)
                .orElseThrow(() -> new BadCredentialsException("The user no longer exists"));
    }

    private IssuedTokens issue(User user, UUID familyId) {
        return new IssuedTokens(accessTokens.issue(user), refreshTokens.issue(user.userId(), familyId));
    }

    private static BadCredentialsException invalidToken() {
        return new BadCredentialsException("The refresh token is not valid");
    }
}
