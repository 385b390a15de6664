package ecommerce.proxyclient.session;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SessionCookieIT extends ProxyClientTest {

    private static final String COOKIE = "shop_session";
    private static final String VISIT = "shop_visit";

    private Map<String, String> before = Map.of();

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

    /** The first answer has refreshed the tokens. */
    @Test
    void staysSignedOutIfAnAnswerWithNewTokensArrivesLater() {
        var late = refreshingPage();
        browser.cookies().putAll(before);
        browser.submit("/app/sign-out");

        browser.receive(late);

        assertThat(cookiesOf(late)).contains(COOKIE);
        assertThat(browser.get("/app/").html()).contains("Sign in").doesNotContain("Sign out");
    }

    @Test
    void actsForNoUserOfBeforeIfAnAnswerWithNewTokensArrivesLater() {
        var late = refreshingPage();
        browser.cookies().putAll(before);
        issue(TestTokens.user(CUSTOMER + 1), 900, "refresh-b");
        browser.get("/app/sign-in");
        browser.post("/app/sign-in", "username", "bob", "password", "secret words");
        assertThat(browser.get("/app/").html()).contains("Sign out user8");

        browser.receive(late);

        assertThat(browser.get("/app/").html()).doesNotContain("Sign out user7");
    }

    @Test
    void keepsANewSignInIfTheRefusalOfAnEarlierRefreshArrivesLater() {
        signIn(TestTokens.user(CUSTOMER), 0);
        var expired = Map.copyOf(browser.cookies());
        NEIGHBOURS.override(post("/api/auth/token").willReturn(jsonResponse("{}", 401)));
        var late = browser.get("/app/cart");
        assertThat(late.location()).startsWith("/app/sign-in");
        browser.cookies().putAll(expired);
        signIn();

        browser.receive(late);

        assertThat(browser.get("/app/").html()).contains("Sign out user7");
    }

    /** Loads a page that refreshes the tokens, and keeps the cookies of before. */
    private Browser.Page refreshingPage() {
        signIn(TestTokens.user(CUSTOMER), 0);
        services.have("POST", "/api/carts", ServiceStubs.cart(ServiceStubs.stoves(9)));
        before = Map.copyOf(browser.cookies());
        issue(TestTokens.user(CUSTOMER), 900, "refresh-2");
        return browser.get("/app/cart");
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
