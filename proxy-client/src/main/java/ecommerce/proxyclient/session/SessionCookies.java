package ecommerce.proxyclient.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a session in two cookies. Most pages change what a visit holds, and several pages may be on their way at once, so
 * the tokens have a cookie of their own: only a sign-in, a refresh and a sign-out write it. A page that was requested before
 * can't bring back tokens that were replaced or revoked meanwhile.
 */
@Component
class SessionCookies {

    static final String USER = "shop_session";
    static final String VISIT = "shop_visit";

    private final EncryptedCookie<SignedInUser> users;
    private final EncryptedCookie<Visit> visits;

    SessionCookies(SessionProperties properties, JsonMapper json) {
        users = new EncryptedCookie<>(USER, SignedInUser.class, properties, json);
        visits = new EncryptedCookie<>(VISIT, Visit.class, properties, json);
    }

    BrowserSession read(HttpServletRequest request) {
        var visit = visits.read(request);
        return new BrowserSession(users.read(request), visit == null ? Visit.EMPTY : visit);
    }

    /** Returns the cookies of what the request has changed. */
    List<ResponseCookie> changed(BrowserSession session) {
        var changed = new ArrayList<ResponseCookie>();
        if (session.isUserChanged()) {
            var user = session.user();
            changed.add(user == null ? users.forgotten() : users.of(user));
        }
        if (session.isVisitChanged()) {
            var visit = session.visit();
            changed.add(visit.equals(Visit.EMPTY) ? visits.forgotten() : visits.of(visit));
        }
        return changed;
    }
}
