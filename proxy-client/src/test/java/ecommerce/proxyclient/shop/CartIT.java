package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartIT extends ProxyClientTest {

    private static final String GUEST = "/api/carts/guests/0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void opensAGuestsCartWithTheFirstProductAndKeepsItsSecretId() {
        assertThat(browser.get("/app/cart").html()).contains("Your cart is empty.");
        var page = addAsGuest();

        assertThat(page.html()).contains("Camping Stove is in your cart.", "<span class=\"badge\">2");
        assertThat(browser.get("/app/").html()).doesNotContain("is in your cart");
        assertThat(String.join("", browser.cookies().values())).doesNotContain("0f8fad5b");
        assertThat(browser.get("/app/cart").html()).contains("Camping Stove", "$99.80", "href=\"/app/checkout\"");
        NEIGHBOURS.server().verify(1, postRequestedFor(urlPathEqualTo("/api/carts/guests")));
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo(GUEST + "/items"))
                        .withRequestBody(equalToJson("{\"productId\":17,\"orderedQuantity\":2}")));
    }

    @Test
    void changesAndRemovesLines() {
        addAsGuest();
        services.have("PUT", GUEST + "/items/17", ServiceStubs.guestCart(ServiceStubs.stoves(9)));
        services.have("DELETE", GUEST + "/items/17", ServiceStubs.guestCart(""));

        browser.submit("/app/cart/items/17", "quantity", "3");
        var emptied = browser.post("/app/cart/items/17/remove", "quantity", "3");

        assertThat(emptied.location()).isEqualTo("/app/cart");
        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo(GUEST + "/items/17"))
                        .withRequestBody(equalToJson("{\"orderedQuantity\":3}")));
        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo(GUEST + "/items/17")));
    }

    @Test
    void marksWhatCannotBeHadAndOffersNoCheckout() {
        addAsGuest();
        services.have("GET", GUEST, ServiceStubs.guestCart(ServiceStubs.stoves(1)));

        assertThat(browser.get("/app/cart").html())
                .contains("Only 1 available", "Change or remove them")
                .doesNotContain("href=\"/app/checkout\"");
    }

    @Test
    void saysWhyOrderServiceRefusesAChange() {
        addAsGuest();
        services.refuse(
                "POST", GUEST + "/items", 409, "{\"status\":409,\"detail\":\"A cart holds at most 9999 pieces\"}");

        assertThat(browser.submit("/app/cart/items", "productId", "17", "then", "/app/cart")
                        .html())
                .contains("Your cart is unchanged: A cart holds at most 9999 pieces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "two", "99999999999"})
    void tellsThatPiecesAreNoWholeNumber(String quantity) {
        addAsGuest();

        assertThat(browser.submit("/app/cart/items/17", "quantity", quantity).html())
                .contains("Your cart is unchanged: the number of pieces must be a whole number.", "Camping Stove");
        assertThat(browser.submit("/app/cart/items", "productId", "17", "quantity", quantity, "then", "/app/cart")
                        .html())
                .contains("Your cart is unchanged: the number of pieces must be a whole number.");
        NEIGHBOURS.server().verify(0, putRequestedFor(urlPathEqualTo(GUEST + "/items/17")));
    }

    @Test
    void mergesTheGuestsCartOnceAtTheSignIn() {
        addAsGuest();
        services.have("POST", GUEST + "/merge", "{\"leftOut\":[{\"productTitle\":\"Camping Stove\",\"quantity\":1}]}");
        signIn();

        assertThat(browser.get("/app/cart").html()).contains("Left out: 1 × Camping Stove");
        browser.get("/app/cart");

        NEIGHBOURS.server().verify(1, postRequestedFor(urlPathEqualTo(GUEST + "/merge")));
    }

    /** The customer gets in, and the guest's cart isn't lost. */
    @Test
    void mergesTheGuestsCartLaterIfOrderServiceIsUnavailable() {
        addAsGuest();
        services.refuse("POST", GUEST + "/merge", 503, "{}");
        signIn();
        assertThat(browser.get("/app/").html()).contains("Sign out user7");

        services.have("POST", GUEST + "/merge", "{\"leftOut\":[]}");
        assertThat(browser.get("/app/cart").status()).isEqualTo(200);

        NEIGHBOURS.server().verify(2, postRequestedFor(urlPathEqualTo(GUEST + "/merge")));
    }

    @Test
    void namesTheFirstLinesOfManyThatWereLeftOut() {
        addAsGuest();
        var lines = IntStream.rangeClosed(1, 200)
                .mapToObj(line -> "{\"productTitle\":\"Stove %d\",\"quantity\":1}".formatted(line))
                .collect(Collectors.joining(","));
        services.have("POST", GUEST + "/merge", "{\"leftOut\":[%s]}".formatted(lines));
        signIn();

        assertThat(browser.get("/app/").html())
                .contains("Left out: 1 × Stove 1, 1 × Stove 2, 1 × Stove 3, and 197 more products", "Sign out user7");
    }

    /** Each guest whose browser sends no cookie gets a new cart. */
    @Test
    void limitsTheNewCartsOfAnAddress() {
        browser.moveTo("203.0.113.7");
        Browser.Page answer;
        var opened = 0;
        do {
            browser.cookies().remove("shop_visit");
            answer = addUnseen();
        } while (answer.status() == 302 && ++opened < 100);

        assertThat(opened).isEqualTo(20);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
        browser.moveTo("203.0.113.8");
        assertThat(addUnseen().status()).isEqualTo(302);
    }

    private Browser.Page addUnseen() {
        var cart = ServiceStubs.guestCart(ServiceStubs.stoves(9));
        services.refuse("POST", "/api/carts/guests", 201, ServiceStubs.guestCart(""));
        services.have("POST", GUEST + "/items", cart);
        browser.get("/app/p/camping-stove-17");
        return browser.post("/app/cart/items", "productId", "17");
    }

    private Browser.Page addAsGuest() {
        var cart = ServiceStubs.guestCart(ServiceStubs.stoves(9));
        services.refuse("POST", "/api/carts/guests", 201, ServiceStubs.guestCart(""));
        services.have("POST", GUEST + "/items", cart);
        services.have("GET", GUEST, cart);
        browser.get("/app/p/camping-stove-17");
        return browser.submit(
                "/app/cart/items",
                "productId",
                "17",
                "quantity",
                "2",
                "title",
                "Camping Stove",
                "then",
                "/app/p/camping-stove-17");
    }
}
