package ecommerce.proxyclient.desk.home;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeDeskIT extends ProxyClientTest {

    private static final String SERVICES = "/api/(orders|shippings|products/stock|payments).*";

    @BeforeEach
    void haveWork() {
        services.have("GET", "/api/orders", count(21));
        services.have("GET", "/api/orders/return-requests", count(22));
        services.have("GET", "/api/orders/reconciliation", """
                {"runId":9,"startedAt":"2026-01-02T03:04:00Z","finishedAt":"2026-01-02T03:04:05Z","orders":1500,
                 "mismatches":1,"found":[]}""");
        services.have("GET", "/api/shippings", count(23));
        services.have("GET", "/api/products/stock/low", count(24));
        services.have("GET", "/api/payments/refunds", count(25));
        services.have("GET", "/api/v2/alerts", "[]");
    }

    @Test
    void isClosedToCustomers() {
        assertThat(browser.get("/app/desk").location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fdesk");
        signIn();

        assertThat(browser.get("/app/desk").status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathMatching(SERVICES)));
    }

    @Test
    void countsWhatThereIsToDoAndLeadsToIt() {
        signIn(TestTokens.admin(), 900);

        var html = browser.get("/app/desk").html();

        assertThat(number(html, "/app/desk/orders?orderStatus=NEEDS_ATTENTION")).isEqualTo("21");
        assertThat(number(html, "/app/desk/return-requests?amendmentStatus=REQUESTED"))
                .isEqualTo("22");
        assertThat(number(html, "/app/desk/parcels?shippingStatus=READY")).isEqualTo("23");
        assertThat(number(html, "/app/desk/stock")).isEqualTo("24");
        assertThat(number(html, "/app/desk/refunds?refundStatus=FAILED")).isEqualTo("25");
        assertThat(html)
                .contains("covered 1,500 orders:", "2026-01-02T03:04:05Z", "1 mismatch<")
                .contains("href=\"/app/desk\" aria-current=\"page\"", "action=\"/app/desk/orders\" role=\"search\"");
        verify("/api/orders", "orderStatus", "NEEDS_ATTENTION");
        verify("/api/shippings", "shippingStatus", "READY");
        verify("/api/payments/refunds", "refundStatus", "FAILED");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("size", equalTo("1"))
                        .withQueryParam("from", matching("[0-9]{4}-[0-9]{2}-[0-9]{2}T2[23]:00:00Z")));
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products/stock/low"))
                        .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void showsTheOtherNumbersWhileAServiceIsUnavailable() {
        signIn(TestTokens.admin(), 900);
        services.refuse("GET", "/api/orders", 503, "{}");

        var html = browser.get("/app/desk").html();

        assertThat(number(html, "/app/desk/orders?orderStatus=NEEDS_ATTENTION")).isEqualTo("Unavailable at the moment");
        assertThat(number(html, "/app/desk/return-requests?amendmentStatus=ACCEPTED"))
                .isEqualTo("Unavailable at the moment");
        assertThat(number(html, "/app/desk/parcels?shippingStatus=READY")).isEqualTo("23");
        assertThat(number(html, "/app/desk/stock")).isEqualTo("24");
        NEIGHBOURS.server().verify(1, getRequestedFor(urlPathMatching("/api/orders.*")));
    }

    @Test
    void refreshesATokenThatSoonExpiresOnceForAllItsCalls() {
        signIn(TestTokens.admin(), 20);
        var fresh = TestTokens.admin();
        issue(fresh, 900, "refresh-2");
        NEIGHBOURS.server().resetRequests();

        assertThat(number(browser.get("/app/desk").html(), "/app/desk/stock")).isEqualTo("24");

        NEIGHBOURS.server().verify(1, postRequestedFor(urlPathEqualTo("/api/auth/token")));
        NEIGHBOURS
                .server()
                .verify(8, getRequestedFor(urlPathMatching(SERVICES)).withHeader("Authorization", equalTo(fresh)));
    }

    @Test
    void showsTheNumbersBeforeTheFirstReconciliation() {
        signIn(TestTokens.admin(), 900);
        services.refuse("GET", "/api/orders/reconciliation", 404, "{\"status\":404}");

        assertThat(browser.get("/app/desk").html())
                .contains("There is no result yet", ">21<")
                .doesNotContain("Unavailable at the moment");
    }

    @Test
    void turnsTheShortcutOffAndOn() {
        signIn(TestTokens.admin(), 900);
        assertThat(browser.get("/app/desk").html()).contains("aria-keyshortcuts=\"/\"", "Turn the shortcut off");

        var off = browser.submit("/app/shortcut", "on", "false", "then", "/app/desk/stock?page=0");

        assertThat(off.html())
                .contains("<h1>Low stock</h1>", "Turn the shortcut on")
                .doesNotContain("aria-keyshortcuts");
        assertThat(browser.get("/app/desk").html()).doesNotContain("aria-keyshortcuts");
        assertThat(browser.submit("/app/shortcut", "on", "true", "then", "/app/desk")
                        .html())
                .contains("aria-keyshortcuts=\"/\"");
    }

    private static void verify(String path, String parameter, String value) {
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo(path))
                        .withQueryParam("size", equalTo("1"))
                        .withQueryParam(parameter, equalTo(value)));
    }

    /** Returns the text below the link to this list. */
    private static String number(String html, String address) {
        var link = Pattern.quote("href=\"%s\"".formatted(address.replace("&", "&amp;")));
        var number =
                Pattern.compile(link + "[^>]*>[^<]*</a>\\s*<p[^>]*>([^<]*)</p>").matcher(html);
        assertThat(number.find()).as("%s in %s", address, html).isTrue();
        return number.group(1);
    }

    private static String count(int total) {
        return "{\"collection\":[],\"page\":{\"number\":0,\"size\":1,\"totalElements\":%d,\"totalPages\":%d}}"
                .formatted(total, total);
    }
}
