package ecommerce.proxyclient.desk.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.proxyclient.ServiceStubs;
import ecommerce.proxyclient.desk.OrderDeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderDeskIT extends OrderDeskTest {

    private static final String STOVE = ServiceStubs.STOVE.formatted(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/desk",
                "/app/desk/orders",
                PAGE,
                PAGE + "/cancellation",
                PAGE + "/payments/5/refund",
                PAGE + "/attention/close",
                "/app/desk/orders/retry",
                "/app/desk/return-requests",
                PAGE + "/return-requests/3"
            })
    void isClosedToCustomers(String path) {
        signIn();
        assertThat(browser.get("/app/").html()).doesNotContain("/app/desk");

        assertThat(browser.get(path).status()).isEqualTo(403);
        assertThat(browser.post(PAGE + "/cancellation").status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/orders/1234/cancel")));
    }

    @Test
    void leadsVisitorsToTheSignIn() {
        browser.cookies().clear();

        assertThat(browser.get("/app/desk/orders").location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fdesk%2Forders");
    }

    @Test
    void listsOrdersByAllFilters() {
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(CUSTOMER, "CONFIRMED", "")));

        var page = browser.get("/app/desk/orders?find=ann%40example.com&userId=7&productId=17&orderStatus=CONFIRMED"
                + "&from=2026-01-01&to=2026-01-31&sort=orderFee,asc&page=2");

        assertThat(page.html())
                .contains("href=\"/app/desk/orders/1234\"", "href=\"/app/desk/customers/7\"", "$99.80")
                .contains("value=\"CONFIRMED\" selected", "value=\"orderFee,asc\" selected", "value=\"2026-01-31\"");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("email", equalTo("ann@example.com"))
                        .withQueryParam("userId", equalTo("7"))
                        .withQueryParam("productId", equalTo("17"))
                        .withQueryParam("orderStatus", equalTo("CONFIRMED"))
                        .withQueryParam("from", equalTo("2025-12-31T23:00:00Z"))
                        .withQueryParam("to", equalTo("2026-01-31T23:00:00Z"))
                        .withQueryParam("sort", equalTo("orderFee,asc"))
                        .withQueryParam("page", equalTo("2"))
                        .withoutQueryParam("recipient"));
    }

    @Test
    void listsTheNewestOrdersOfARecipientOnSeveralPages() {
        services.have(
                "GET",
                "/api/orders",
                ServiceStubs.list(ServiceStubs.order(CUSTOMER, "SHIPPED", ""))
                        .replace("\"totalPages\":1", "\"totalPages\":2"));

        assertThat(browser.get("/app/desk/orders?find=L%C3%B3pez+%26+Co&from=").html())
                .contains("href=\"/app/desk/orders?find=L%C3%B3pez%20%26%20Co&amp;page=1\"");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("recipient", equalTo("López & Co"))
                        .withQueryParam("sort", equalTo("orderDate,desc"))
                        .withoutQueryParam("from")
                        .withoutQueryParam("orderStatus"));
    }

    @Test
    void opensTheOrderOfANumber() {
        assertThat(browser.get("/app/desk/orders?find=+1234+&orderStatus=").location())
                .isEqualTo(PAGE);
    }

    @Test
    void findsTheProductOfASkuAlsoIfItIsHidden() {
        services.have("GET", "/api/products", ServiceStubs.list(""));
        haveProducts("true", STOVE + "," + STOVE.replace("STO-17", "STO-17-RED").replace(":17,", ":18,"));

        assertThat(browser.get("/app/desk/orders?productId=+sto-17+&sort=orderFee,asc&page=2")
                        .location())
                .isEqualTo("/app/desk/orders?productId=17&sort=orderFee%2Casc");
    }

    @Test
    void offersAChoiceIfSeveralProductsMatchATitle() {
        haveProducts("false", STOVE + "," + STOVE.replace("STO-17", "STO-18").replace(":17,", ":18,"));
        haveProducts("true", "");

        var choice = browser.get("/app/desk/orders?productId=stove&userId=7");

        assertThat(choice.html())
                .contains("Several products match “stove”", "value=\"stove\"", "SKU STO-18, number 18")
                .contains("href=\"/app/desk/orders?userId=7&amp;productId=18\"");
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/orders")));
    }

    @Test
    void saysThatNoProductMatches() {
        services.have("GET", "/api/products", ServiceStubs.list(""));

        var refused = browser.get("/app/desk/orders?productId=tent");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("is neither the number of a product", "value=\"tent\"");
    }

    @Test
    void takesDigitsForANumberAndNamesTheProductWithThisSku() {
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(CUSTOMER, "CONFIRMED", "")));
        haveProducts("false", STOVE.replace("STO-17", "18"));
        haveProducts("true", "");
        assertThat(browser.get("/app/desk/orders?productId=18").html())
                .contains("Another product has 18 as its SKU", "productId=17\"", "href=\"" + PAGE + "\"");

        services.refuse("GET", "/api/products", 503, "{}");
        assertThat(browser.get("/app/desk/orders?productId=18").html()).contains("href=\"" + PAGE + "\"");
    }

    private static void haveProducts(String hidden, String products) {
        NEIGHBOURS.override(WireMock.get(urlPathEqualTo("/api/products"))
                .withQueryParam("hidden", equalTo(hidden))
                .willReturn(okJson(ServiceStubs.list(products))));
    }

    @Test
    void saysWhichFilterIsWrong() {
        services.refuse("GET", "/api/orders", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"recipient","message":"is too long"}]}""");

        var refused = browser.get("/app/desk/orders?find=ann");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("is too long", "value=\"ann\"");

        var wrongDay = browser.get("/app/desk/orders?find=ann&from=yesterday");
        assertThat(wrongDay.status()).isEqualTo(400);
        assertThat(wrongDay.html()).contains("must be a day such as 2026-01-31");
        assertThat(browser.get("/app/desk/orders/retry?to=yesterday").status()).isEqualTo(400);
    }

    @Test
    void retriesTheFlaggedOrdersOfAListUntilNoneIsLeft() {
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(CUSTOMER, "CONFIRMED", "")));
        services.have("POST", "/api/orders/retry", "{\"retried\":500,\"next\":900}");
        assertThat(browser.get("/app/desk/orders?orderStatus=NEEDS_ATTENTION&userId=7")
                        .html())
                .contains("/app/desk/orders/retry?userId=7&amp;orderStatus=NEEDS_ATTENTION");
        assertThat(browser.get("/app/desk/orders/retry?userId=7&orderStatus=NEEDS_ATTENTION")
                        .html())
                .contains("1 order of this list is flagged.");

        var more = browser.fill("/app/desk/orders/retry").location();
        assertThat(browser.get(more).html()).contains("Retried orders: 500. More flagged orders are left.");
        services.have("POST", "/api/orders/retry", "{\"retried\":2}");
        var list = browser.fill("/app/desk/orders/retry").location();

        assertThat(list).isEqualTo("/app/desk/orders?userId=7&orderStatus=NEEDS_ATTENTION");
        assertThat(browser.get(list).html()).contains("Retried orders: 2.");
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/orders/retry"))
                        .withQueryParam("userId", equalTo("7"))
                        .withQueryParam("after", equalTo("900")));
    }
}
