package ecommerce.proxyclient.session;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.RestClientException;

/** Signs the users of browsers in and out, and keeps their access tokens fresh. */
@Component
public class Sessions {

    /** An access token that expires sooner is replaced, so that it doesn't expire on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SignIn signIn;
    private final SessionCookies cookies;
    private final Clock clock = Clock.systemUTC();

    Sessions(SignIn signIn, SessionCookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    /** Returns a filter that loads and stores the session of each request. */
    public Filter filter() {
        return new SessionFilter(cookies);
    }

    /**
     * Signs a user in, also for the rest of the request, and ends the browser's previous sign-in. Throws 401 for a wrong name or
     * password, and 429 with the seconds to wait.
     */
    public void enter(BrowserSession session, String username, String password, String clientAddress) {
        var tokens = signIn.withPassword(new Credentials(username, password), clientAddress);
        end(session.user());
        session.enter(SignedInUser.of(tokens, UUID.randomUUID().toString(), clock.instant()));
        SessionFilter.authenticate(session);
    }

    /** Ends the session, also at user-service. While user-service is unavailable, the browser forgets its tokens. */
    public void leave(BrowserSession session) {
        end(session.user());
        session.leave();
    }

    private void end(@Nullable SignedInUser user) {
        if (user != null) {
            end(user.refreshToken());
        }
    }

    /** Revokes a refresh token. Only logs it if user-service is unavailable: the token has left the browser all the same. */
    void end(String refreshToken) {
        try {
            signIn.end(refreshToken);
        } catch (RestClientException e) {
            log.warn("A sign-in can't be revoked: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Returns an access token that hasn't expired, after a refresh if need be; null if nobody is signed in. A page may call
     * several services at the same time, so the session is locked: one of the calls refreshes the token.
     */
    public @Nullable String accessToken(BrowserSession session, String clientAddress) {
        synchronized (session) {
            var user = session.user();
            return user == null ? null : accessToken(user, session, clientAddress);
        }
    }

    private String accessToken(SignedInUser user, BrowserSession session, String clientAddress) {
        var now = clock.instant();
        if (user.expiresAt().isAfter(now.plus(MARGIN))) {
            return user.accessToken();
        }
        try {
            return refresh(session, clientAddress);
        } catch (RestClientException | ErrorResponseException e) {
            if (!user.expiresAt().isAfter(now) || hasEnded(e)) {
                throw e;
            }
            log.info(
                    "A token that soon expires can't be refreshed yet: {}",
                    e.getClass().getSimpleName());
            return user.accessToken();
        }
    }

    private static boolean hasEnded(NestedRuntimeException failure) {
        return failure instanceof ErrorResponseException refusal
                && refusal.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }

    /**
     * Returns an access token in place of one that a service has refused. Another call of the same page may have replaced it
     * already.
     *
     * @throws ErrorResponseException 401 if the session has ended meanwhile
     */
    String replace(String refused, BrowserSession session, String clientAddress) {
        synchronized (session) {
            var current = session.requireUser().accessToken();
            return current.equals(refused) ? refresh(session, clientAddress) : current;
        }
    }

    /**
     * Replaces the tokens of the signed-in user, and returns the new access token. If several requests of a browser do so
     * at the same time, user-service's grace for repeated refresh tokens lets each succeed.
     */
    private String refresh(BrowserSession session, String clientAddress) {
        var user = session.requireUser();
        var tokens = signIn.withRefreshToken(user.refreshToken(), clientAddress);
        session.enter(SignedInUser.of(tokens, user.signInId(), clock.instant()));
        return tokens.accessToken();
    }
}
