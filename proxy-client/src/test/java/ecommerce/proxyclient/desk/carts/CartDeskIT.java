package ecommerce.proxyclient.desk.carts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CartDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/carts/5";
    private static final String API = "/api/carts/5";

    @BeforeEach
    void haveACart() {
        haveCart(ServiceStubs.cart(ServiceStubs.stoves(1)));
    }

    @Test
    void isClosedToCustomers() {
        signIn();

        assertThat(browser.get("/app/desk/carts").status()).isEqualTo(403);
        assertThat(browser.get(PAGE).status()).isEqualTo(403);
        assertThat(browser.post(PAGE + "/abandon", "etag", "\"3\"").status()).isEqualTo(403);
    }

    @Test
    void findsTheCartsOfACustomer() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/carts", ServiceStubs.list(ServiceStubs.cart(ServiceStubs.stoves(4))));

        assertThat(browser.get("/app/desk/carts?userId=7&cartStatus=OPEN").html())
                .contains("href=\"" + PAGE + "\"", "href=\"/app/desk/customers/7\"", "Open", "$99.80", "1 cart");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/carts"))
                        .withQueryParam("userId", equalTo("7"))
                        .withQueryParam("cartStatus", equalTo("OPEN"))
                        .withQueryParam("sort", equalTo("createdAt,desc")));
    }

    @Test
    void changesACart() {
        signIn(TestTokens.admin(), 900);
        services.have("PUT", API + "/items/17", "{}");
        services.have("DELETE", API + "/items/17", "{}");
        services.have("POST", API + "/items", "{}");
        services.refuse("DELETE", API, 204, "");
        assertThat(browser.get(PAGE).html()).contains("Camping Stove", "Only 1 available", "$99.80");

        assertThat(browser.get(browser.fill(PAGE + "/items/17", "orderedQuantity", "1")
                                .location())
                        .html())
                .contains("The cart is changed.");
        browser.post(PAGE + "/items/17/remove", "etag", "\"3\"");
        browser.get(PAGE);
        browser.fill(PAGE + "/items", "productId", "18", "orderedQuantity", "2");
        browser.get(PAGE);
        browser.fill(PAGE + "/abandon");

        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/items/17"))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(equalToJson("{\"orderedQuantity\":1}")));
        NEIGHBOURS
                .server()
                .verify(deleteRequestedFor(urlPathEqualTo(API + "/items/17")).withHeader("If-Match", equalTo("\"3\"")));
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/items"))
                        .withRequestBody(equalToJson("{\"productId\":18,\"orderedQuantity\":2}")));
        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo(API)).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void showsACartThatHasChangedMeanwhile() {
        signIn(TestTokens.admin(), 900);
        services.refuse("PUT", API + "/items/17", 412, "{\"status\":412,\"detail\":\"The cart has changed\"}");
        browser.get(PAGE);

        var page = browser.fill(PAGE + "/items/17", "orderedQuantity", "1");

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html()).contains("The cart has changed", "value=\"2\"");
    }

    @Test
    void showsWhatIsNoNumberOfPiecesInItsForm() {
        signIn(TestTokens.admin(), 900);
        browser.get(PAGE);
        var added = browser.fill(PAGE + "/items", "productId", "18", "orderedQuantity", "1.5");
        assertThat(added.status()).isEqualTo(400);
        assertThat(added.html())
                .containsOnlyOnce("must be a number from 1 to")
                .contains("value=\"18\"", "value=\"1.5\"", "value=\"2\"");

        var changed = browser.fill(PAGE + "/items/17", "orderedQuantity", "two");
        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.html())
                .containsOnlyOnce("must be a number from 1 to")
                .contains("value=\"two\"", "aria-describedby=\"pieces-notes-17\"")
                .doesNotContain("value=\"18\"");

        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo(API + "/items")));
        NEIGHBOURS.server().verify(0, putRequestedFor(urlPathEqualTo(API + "/items/17")));
    }

    @Test
    void offersNoChangeOfAnOrderedCart() {
        signIn(TestTokens.admin(), 900);
        haveCart(ServiceStubs.cart(ServiceStubs.stoves(4)).replace("OPEN", "ORDERED"));

        assertThat(browser.get(PAGE).html()).contains("Ordered").doesNotContain("action=\"" + PAGE);
    }

    private static void haveCart(String cart) {
        NEIGHBOURS.override(get(urlPathEqualTo(API))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", "\"3\"")
                        .withBody(cart)));
    }
}
