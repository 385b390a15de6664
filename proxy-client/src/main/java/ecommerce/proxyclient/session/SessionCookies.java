package ecommerce.proxyclient.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a session in three cookies. Most pages change what a visit holds, and several pages may be on their way at once,
 * so the tokens have a cookie of their own: only a sign-in, a refresh and a sign-out write it. The third cookie names the
 * sign-in that has ended last. So an answer to an earlier request that refreshed the tokens can't bring this sign-in back.
 */
@Component
class SessionCookies {

    static final String USER = "shop_session";
    static final String VISIT = "shop_visit";
    static final String ENDED = SessionProperties.ENDED_COOKIE;

    private final EncryptedCookie<SignedInUser> users;
    private final EncryptedCookie<Visit> visits;
    private final SessionProperties properties;

    SessionCookies(SessionProperties properties, JsonMapper json) {
        this.properties = properties;
        users = new EncryptedCookie<>(USER, SignedInUser.class, properties, json);
        visits = new EncryptedCookie<>(VISIT, Visit.class, properties, json);
    }

    BrowserSession read(HttpServletRequest request) {
        var visit = visits.read(request);
        var user = users.read(request);
        var ended = WebUtils.getCookie(request, ENDED);
        var hasEnded = user != null && ended != null && ended.getValue().equals(user.signInId());
        return new BrowserSession(hasEnded ? null : user, visit == null ? Visit.EMPTY : visit);
    }

    /** Returns the cookies of what the request has changed. */
    List<ResponseCookie> changed(BrowserSession session) {
        var changed = new ArrayList<ResponseCookie>();
        if (session.isUserChanged()) {
            var user = session.user();
            changed.add(user == null ? users.forgotten() : users.of(user));
        }
        if (session.endedSignIn() != null) {
            changed.add(properties.cookie(ENDED, session.endedSignIn(), properties.lifetime()));
        }
        if (session.isVisitChanged()) {
            var visit = session.visit();
            changed.add(visit.equals(Visit.EMPTY) ? visits.forgotten() : visits.of(visit));
        }
        return changed;
    }
}
