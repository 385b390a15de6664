package ecommerce.proxyclient.session;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SessionCookieIT extends ProxyClientTest {

    private static final String COOKIE = "shop_session";
    private static final String VISIT = "shop_visit";

    /** A page that was requested before must not bring back tokens that were replaced meanwhile. */
    @Test
    void writesTheTokensOnlyWhenTheyChange() {
        signIn();
        services.have("PUT", "/api/favourites/17", "{}");
        browser.get("/app/");
        var told = browser.post("/app/favourites/17", "liked", "true", "title", "Camping Stove");
        assertThat(cookiesOf(told)).contains(VISIT).doesNotContain(COOKIE);

        var notice = browser.get("/app/");
        assertThat(notice.html()).contains("Camping Stove is one of your favourites.");
        assertThat(cookiesOf(notice)).contains(VISIT).doesNotContain(COOKIE);
    }

    @Test
    void staysSignedOutIfAnAnswerToAnEarlierRequestArrivesLater() {
        signIn();
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        var late = browser.get("/app/cart");
        browser.submit("/app/sign-out");

        browser.receive(late);

        assertThat(browser.get("/app/").html()).contains("Sign in").doesNotContain("Sign out");
    }

    @Test
    void keepsTheSessionWhateverIsToldOnTheNextPage() {
        signIn();
        services.have("PUT", "/api/favourites/17", "{}");
        browser.get("/app/");

        var page = browser.submit("/app/favourites/17", "liked", "true", "title", "天幕 \uD83C\uDFD5 ".repeat(200));

        assertThat(page.html()).contains("…", "is one of your favourites.", "Sign out user7");
        browser.post("/app/favourites/17", "liked", "true", "title", "天幕 \uD83C\uDFD5 ".repeat(200));
        assertThat(browser.cookies().get(VISIT).length()).isLessThan(3000);
    }

    @Test
    void ignoresACookieThatItHasNotWritten() {
        signIn();
        var genuine = browser.cookies().get(COOKIE);
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        browser.get("/app/cart");
        var visit = browser.cookies().get(VISIT);
        for (var forged : List.of(withOtherTag(genuine), "a..b.c.d", "nonsense", visit)) {
            browser.cookies().put(COOKIE, forged);
            assertThat(browser.get("/app/").html())
                    .as(forged)
                    .contains("Sign in")
                    .doesNotContain("Sign out");
        }
        browser.cookies().put(COOKIE, genuine);
        assertThat(browser.get("/app/").html()).contains("Sign out user7");
    }

    /** Changes the first character of the tag. Some bits of the last one mean nothing. */
    private static String withOtherTag(String token) {
        var tag = token.lastIndexOf('.') + 1;
        return token.substring(0, tag) + (token.charAt(tag) == 'A' ? 'B' : 'A') + token.substring(tag + 1);
    }

    private static List<String> cookiesOf(Browser.Page page) {
        return page.headers().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
                .map(header -> header.substring(0, header.indexOf('=')))
                .toList();
    }
}
