package ecommerce.proxyclient.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The session of the browser that sent the current request. Changes are written to its cookie with the response.
 * Controllers get it with {@code @RequestAttribute(BrowserSession.NAME)}.
 */
public final class BrowserSession {

    /** The name of the request's attribute. */
    public static final String NAME = "browserSession";

    private SessionContent content;
    private boolean isChanged;

    BrowserSession(SessionContent content) {
        this.content = content;
    }

    /** Returns the session of the current request; null outside of a request for a page. */
    static @Nullable BrowserSession current() {
        var attributes = RequestContextHolder.getRequestAttributes();
        return attributes == null
                ? null
                : (BrowserSession) attributes.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
    }

    public @Nullable SignedInUser user() {
        return content.user();
    }

    /** Returns the user of a page that only signed-in users can open. */
    public SignedInUser requireUser() {
        var user = content.user();
        if (user == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return user;
    }

    public boolean isStaff() {
        return content.user() != null && content.user().staff();
    }

    public @Nullable String guestCartId() {
        return content.guestCartId();
    }

    public int pieces() {
        return content.pieces();
    }

    public void keepGuestCart(@Nullable String guestCartId) {
        change(content.withGuestCart(guestCartId));
    }

    public void countPieces(int pieces) {
        change(content.withPieces(pieces));
    }

    /** Tells the user something on the next page. */
    public void tell(String key, String... arguments) {
        change(content.withNotice(new Notice(key, List.of(arguments), false)));
    }

    /** Tells the user on the next page that something went wrong. */
    public void warn(String key, String... arguments) {
        change(content.withNotice(new Notice(key, List.of(arguments), true)));
    }

    /** Returns and forgets what the page must tell. */
    public @Nullable Notice takeNotice() {
        var notice = content.notice();
        change(content.withNotice(null));
        return notice;
    }

    void enter(SignedInUser user) {
        change(content.withUser(user));
    }

    /** Forgets who was signed in, and how many pieces that user's cart has. */
    public void leave() {
        change(content.withUser(null).withPieces(0));
    }

    boolean isChanged() {
        return isChanged;
    }

    SessionContent content() {
        return content;
    }

    private void change(SessionContent changed) {
        isChanged |= !changed.equals(content);
        content = changed;
    }
}
