package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Parts of pages, which htmx asks for. */
class PagePartIT extends ProxyClientTest {

    private static final Pattern HTMX = Pattern.compile("src=\"(/app/assets/htmx\\.min-[0-9a-f]+\\.js)\"");
    private static final Pattern QUESTION =
            Pattern.compile("hx-get=\"(/app/orders/1234\\?[^\"]+)\" hx-trigger=\"load delay:(\\d+)s");

    private static final String SUGGESTIONS = "/api/products/suggestions";

    @Test
    void servesHtmxWithoutWhatThePolicyForbids() {
        var home = browser.get("/app/").html();

        assertThat(home).contains("\"allowEval\":false", "\"includeIndicatorStyles\":false");
        var htmx = HTMX.matcher(home);
        assertThat(htmx.find()).isTrue();
        var file = browser.get(htmx.group(1));
        assertThat(file.html()).contains("htmx");
        assertThat(file.headers().getFirst("Cache-Control")).contains("immutable");
    }

    @Test
    void suggestsProductsWhileAVisitorTypes() {
        services.have(
                "GET",
                SUGGESTIONS,
                "{\"collection\":[{\"productId\":17,\"productTitle\":\"Stove <b>\",\"sku\":\"S\",\"priceUnit\":1.00}]}");

        var part = browser.getPart("/app/search/suggestions?q=+st%26+");

        assertThat(part.html())
                .contains("<a href=\"/app/p/stove-b-17\">Stove &lt;b&gt;</a>", "1 suggestion")
                .doesNotContain("<html");
        NEIGHBOURS.server().verify(getRequestedFor(urlPathEqualTo(SUGGESTIONS)).withQueryParam("q", equalTo("st&")));
    }

    @Test
    void suggestsNothingForASingleCharacterOrIfTheServiceFails() {
        services.refuse("GET", SUGGESTIONS, 503, "{}");

        assertThat(browser.getPart("/app/search/suggestions?q=s").html()).doesNotContain("<ul");
        var failed = browser.getPart("/app/search/suggestions?q=st");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.html()).isEmpty();
    }

    @Test
    void leavesTheNoticeForTheNextPage() {
        signIn();
        services.refuse("DELETE", "/api/favourites/17", 204, "");
        browser.post("/app/favourites/17", "liked", "false", "title", "Stove");

        browser.getPart("/app/search/suggestions?q=s");

        assertThat(browser.get("/app/").html()).contains("Stove is no longer a favourite.");
    }

    @Test
    void pollsAtGrowingIntervalsUntilThePendingOrderIsSettled() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "PENDING", ""));
        var page = browser.get("/app/orders/1234").html();
        assertThat(page).contains("role=\"status\"><span class=\"status pending\">");
        var first = question(page);
        assertThat(first[1]).isEqualTo("2");

        var unchanged = browser.getPart(first[0]).html();
        assertThat(unchanged).doesNotContain("order-status\"", "<html");
        var second = question(unchanged);
        assertThat(Integer.parseInt(second[1])).isGreaterThan(2);
        assertThat(question(browser.getPart(second[0].replaceAll("asked=\\d+", "asked=1000"))
                        .html())[1])
                .isEqualTo("120");

        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
        services.have("GET", "/api/payments", ServiceStubs.list(""));
        services.have("GET", "/api/orders/1234/amendments", ServiceStubs.list(""));
        var confirmed = browser.getPart(second[0]).html();
        assertThat(confirmed)
                .contains("id=\"order-status\"", "Paid and confirmed", "id=\"order-parts\"", "Cancel the order")
                .doesNotContain("hx-get=\"/app/orders");
    }

    @Test
    void followsRefundsAndParcelsOnTheirWay() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CANCELLED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
        services.have("GET", "/api/orders/1234/amendments", ServiceStubs.list(""));
        services.have("GET", "/api/payments", payment("10.00", "0"));
        assertThat(question(browser.get("/app/orders/1234").html())).isNotEmpty();

        services.have("GET", "/api/payments", payment("0", "10.00"));
        assertThat(browser.get("/app/orders/1234").html()).doesNotContain("hx-get=\"/app/orders");

        services.have("GET", "/api/shippings", ServiceStubs.list("""
                {"shippingId":3,"part":1,"shippingStatus":"SHIPPED","items":[]}"""));
        assertThat(question(browser.get("/app/orders/1234").html())).isNotEmpty();

        services.refuse("GET", "/api/shippings", 503, "{}");
        assertThat(question(browser.get("/app/orders/1234").html())).isNotEmpty();
    }

    @Test
    void letsThePageReloadIfTheSessionHasEnded() {
        var refused = browser.getPart("/app/orders/1234?seen=0&asked=1");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().getFirst("HX-Refresh")).isEqualTo("true");
        assertThat(refused.html()).isEmpty();
    }

    private static String payment(String pending, String refunded) {
        return ServiceStubs.list("""
                {"paymentId":5,"paymentStatus":"CAPTURED","refundedAmount":%s,"pendingRefundAmount":%s}""".formatted(refunded, pending));
    }

    /** Returns the address of the next poll, and the seconds until then. */
    private static String[] question(String html) {
        var question = QUESTION.matcher(html);
        assertThat(question.find()).as(html).isTrue();
        return new String[] {question.group(1).replace("&amp;", "&"), question.group(2)};
    }
}
