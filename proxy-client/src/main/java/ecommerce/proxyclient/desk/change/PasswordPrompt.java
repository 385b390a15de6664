package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.page.ReturnPath;
import ecommerce.proxyclient.session.BrowserSession;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;

/** Asks staff for their password again before a change for which they entered it too long ago. */
public final class PasswordPrompt {

    private static final String RECENT_SIGN_IN = "insufficient_user_authentication";

    private PasswordPrompt() {}

    /**
     * Leads to the sign-in. Throws the refusal again if a service refused the change for another reason.
     *
     * @param form the address of the page that shows the form again with what was typed
     * @return the view
     */
    public static String open(Unauthorized refusal, String form, BrowserSession session) {
        var headers = refusal.getResponseHeaders();
        var challenge = headers == null ? null : headers.getFirst(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge == null || !challenge.contains(RECENT_SIGN_IN)) {
            throw refusal;
        }
        session.tell("sign-in.again");
        return "redirect:" + ReturnPath.signIn(form);
    }
}
