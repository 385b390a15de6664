package ecommerce.proxyclient.session;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs the users of browsers in and out, and keeps their access tokens fresh. */
@Component
public class Sessions {

    /** An access token that expires sooner is replaced, so that it doesn't expire on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Clock clock = Clock.systemUTC();

    Sessions(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /** Returns a filter that loads and stores the session of each request. */
    public Filter filter() {
        return new SessionFilter(cookie);
    }

    /** Signs a user in. Throws 401 for a wrong name or password, and 429 with the seconds to wait. */
    public void enter(BrowserSession session, String username, String password, String clientAddress) {
        var tokens = signIn.withPassword(new Credentials(username, password), clientAddress);
        session.enter(SignedInUser.of(tokens, clock.instant()));
    }

    /** Ends the session, also at user-service. */
    public void leave(BrowserSession session) {
        var user = session.user();
        if (user != null) {
            signIn.end(user.refreshToken());
        }
        session.leave();
    }

    /** Returns an access token that hasn't expired, after a refresh if need be; null if nobody is signed in. */
    @Nullable
    String accessToken(BrowserSession session, String clientAddress) {
        var user = session.user();
        if (user == null) {
            return null;
        }
        var isFresh = user.expiresAt().isAfter(clock.instant().plus(MARGIN));
        return isFresh ? user.accessToken() : refresh(session, clientAddress);
    }

    /**
     * Replaces the tokens of the signed-in user, and returns the new access token. If several requests of a browser do so
     * at the same time, user-service's grace for repeated refresh tokens lets each succeed.
     *
     * @throws org.springframework.web.ErrorResponseException 401 if the session has ended meanwhile
     */
    String refresh(BrowserSession session, String clientAddress) {
        var refreshToken = session.requireUser().refreshToken();
        var tokens = signIn.withRefreshToken(refreshToken, clientAddress);
        session.enter(SignedInUser.of(tokens, clock.instant()));
        return tokens.accessToken();
    }
}
