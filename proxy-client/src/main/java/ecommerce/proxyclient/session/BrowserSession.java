package ecommerce.proxyclient.session;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The session of the browser that sent the current request. Changes are written to its cookies with the response.
 * Controllers get it with {@code @RequestAttribute(BrowserSession.NAME)}.
 */
public final class BrowserSession {

    /** The name of the request's attribute. */
    public static final String NAME = "browserSession";

    /** Longer arguments of a notice are cut, because browsers drop a cookie of more than 4096 bytes. */
    private static final int LONGEST_ARGUMENT = 250;

    private @Nullable SignedInUser user;
    private Visit visit;
    private @Nullable String endedSignIn;
    private boolean isUserChanged;
    private boolean isVisitChanged;

    BrowserSession(@Nullable SignedInUser user, Visit visit) {
        this.user = user;
        this.visit = visit;
    }

    /** Returns the session of the current request; null outside of a request for a page. */
    static @Nullable BrowserSession current() {
        var attributes = RequestContextHolder.getRequestAttributes();
        return attributes == null
                ? null
                : (BrowserSession) attributes.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
    }

    public @Nullable SignedInUser user() {
        return user;
    }

    /** Returns the user of a page that only signed-in users can open. */
    public SignedInUser requireUser() {
        if (user == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return user;
    }

    public boolean isStaff() {
        return user != null && user.staff();
    }

    public @Nullable String guestCartId() {
        return visit.guestCartId();
    }

    public int pieces() {
        return visit.pieces();
    }

    public void keepGuestCart(@Nullable String guestCartId) {
        change(visit.withGuestCart(guestCartId));
    }

    public void countPieces(int pieces) {
        change(visit.withPieces(pieces));
    }

    /** Tells the user something on the next page. */
    public void tell(String key, String... arguments) {
        change(visit.withNotice(notice(key, arguments, false)));
    }

    /** Tells the user on the next page that something went wrong. */
    public void warn(String key, String... arguments) {
        change(visit.withNotice(notice(key, arguments, true)));
    }

    /** Returns and forgets what the page must tell. */
    public @Nullable Notice takeNotice() {
        var notice = visit.notice();
        change(visit.withNotice(null));
        return notice;
    }

    void enter(SignedInUser newUser) {
        if (user != null && !newUser.signInId().equals(user.signInId())) {
            endedSignIn = user.signInId();
        }
        user = newUser;
        isUserChanged = true;
    }

    /** Forgets who was signed in, and how many pieces that user's cart has. */
    public void leave() {
        expire();
        isUserChanged = true;
    }

    /**
     * Does the same as {@link #leave} for a sign-in that has ended. The browser keeps the cookie, because it may already be
     * that of a newer sign-in.
     */
    public void expire() {
        if (user != null) {
            endedSignIn = user.signInId();
        }
        user = null;
        change(visit.withPieces(0));
    }

    /** Returns the id of the sign-in that has ended with this request; null if none has. */
    @Nullable
    String endedSignIn() {
        return endedSignIn;
    }

    boolean isUserChanged() {
        return isUserChanged;
    }

    boolean isVisitChanged() {
        return isVisitChanged;
    }

    Visit visit() {
        return visit;
    }

    private void change(Visit changed) {
        isVisitChanged |= !changed.equals(visit);
        visit = changed;
    }

    private static Notice notice(String key, String[] arguments, boolean isError) {
        List<String> shortened =
                Stream.of(arguments).map(BrowserSession::shorten).toList();
        return new Notice(key, shortened, isError);
    }

    private static String shorten(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_ARGUMENT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ARGUMENT)) + "…";
    }
}
