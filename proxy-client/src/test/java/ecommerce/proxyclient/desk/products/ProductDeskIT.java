package ecommerce.proxyclient.desk.products;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class ProductDeskIT extends ProxyClientTest {

    private static final String LIST = "/app/desk/products";

    @Test
    void isClosedToCustomers() {
        signIn();

        for (var path : new String[] {"", "/new", "/17", "/17/edit", "/17/delete"}) {
            assertThat(browser.get(LIST + path).status()).as(path).isEqualTo(403);
        }
        for (var path : new String[] {"", "/17", "/17/delete"}) {
            assertThat(browser.post(LIST + path, "productTitle", "Tent", "title", "Tent", "etag", "*")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/products")));
    }

    @Test
    void listsProductsWithTheTokenOfStaff() {
        signInAsStaff();
        services.have(
                "GET",
                "/api/products",
                ServiceStubs.list(
                                ServiceStubs.STOVE.formatted(4).replace("\"category\"", "\"hidden\":true,\"category\""))
                        .replace("\"totalPages\":1", "\"totalPages\":3"));

        var page = browser.get(LIST + "?q=stove&categoryId=3&hidden=true&inStock=&sort=quantity,desc");

        assertThat(page.html())
                .contains(
                        "href=\"/app/desk/products/17\"",
                        "STO-17",
                        "Hidden from customers",
                        "value=\"3\" selected>Outdoor / Cooking<",
                        "href=\"/app/desk/products?q=stove&amp;categoryId=3&amp;hidden=true&amp;sort=quantity%2Cdesc&amp;page=1\"");
        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products"))
                        .withHeader("Authorization", containing("Bearer "))
                        .withQueryParam("q", equalTo("stove"))
                        .withQueryParam("categoryId", equalTo("3"))
                        .withQueryParam("hidden", equalTo("true"))
                        .withQueryParam("sort", equalTo("quantity,desc"))
                        .withoutQueryParam("inStock"));
    }

    @Test
    void readsTheCategoriesOfTheFilterOnceForSeveralLists() {
        signInAsStaff();

        browser.get(LIST + "?q=stove");
        assertThat(browser.get(LIST + "?q=tent").html()).contains(">Outdoor / Cooking<");

        NEIGHBOURS
                .server()
                .verify(
                        lessThanOrExactly(1),
                        getRequestedFor(urlPathEqualTo("/api/categories"))
                                .withHeader("Authorization", containing("Bearer ")));
    }

    @Test
    void passesOnWhatTheServiceSaysOfAWrongFilter() {
        signInAsStaff();
        services.refuse("GET", "/api/products", 400, "{\"status\":400,\"detail\":\"Can't sort by colour\"}");

        var page = browser.get(LIST + "?sort=colour");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("Can't sort by colour");
    }

    @Test
    void showsAProductWithItsStockAndItsDescriptionAsText() {
        signInAsStaff();
        services.have(
                "GET",
                "/api/products/17",
                ServiceStubs.STOVE
                        .formatted(4)
                        .replace("\"category\"", "\"description\":\"<script>x</script>\",\"category\""));

        assertThat(browser.get(LIST + "/17").html())
                .contains("Camping Stove", "$49.90", "<dd>9</dd>", "The stock is low.", "&lt;script")
                .doesNotContain("<script>x");
    }

    @Test
    void deletesAProductAfterAConfirmation() {
        signInAsStaff();
        assertThat(browser.get(LIST + "/17/delete").html())
                .contains("Delete Camping Stove", "Pieces on hand: 9", "reserved 2");
        services.refuse("DELETE", "/api/products/17", 204, "");

        assertThat(browser.submit(LIST + "/17/delete", "title", "Camping Stove", "etag", "\"1\"")
                        .html())
                .contains("Camping Stove is deleted.");
        services.refuse("DELETE", "/api/products/17", 404, "{\"status\":404}");
        assertThat(browser.post(LIST + "/17/delete", "title", "Camping Stove", "etag", "\"1\"")
                        .location())
                .isEqualTo(LIST);

        NEIGHBOURS
                .server()
                .verify(
                        2,
                        deleteRequestedFor(urlPathEqualTo("/api/products/17"))
                                .withHeader("If-Match", equalTo("\"1\"")));
    }

    @Test
    void asksAgainIfTheProductHasChangedSinceTheConfirmation() {
        signInAsStaff();
        browser.get(LIST + "/17/delete");
        services.refuse("DELETE", "/api/products/17", 412, "{\"status\":412,\"detail\":\"The resource has changed.\"}");

        var page = browser.post(LIST + "/17/delete", "title", "Camping Stove", "etag", "\"1\"");

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html()).contains("The resource has changed.", "action=\"/app/desk/products/17/delete\"");
    }

    private void signInAsStaff() {
        signIn(TestTokens.admin(), 900);
        services.have(
                "GET",
                "/api/products/17/stock",
                "{\"productId\":17,\"onHand\":9,\"reserved\":2,\"sellable\":7,\"sold\":1,\"lowStockThreshold\":8}");
    }
}
