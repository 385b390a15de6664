package ecommerce.proxyclient.desk.products;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductEditIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/products/17";
    private static final String API = "/api/products/17";
    private static final String STORED = ServiceStubs.STOVE.formatted(4);

    @BeforeEach
    void open() {
        signIn(TestTokens.admin(), 900);
        services.have(
                "GET", API + "/stock", "{\"productId\":17,\"onHand\":9,\"reserved\":2,\"sellable\":7,\"sold\":1}");
        store(STORED, "1");
        accept("1");
        browser.get(PAGE + "/edit");
    }

    @Test
    void savesAnEditOfTheVersionThatWasOpened() {
        assertThat(browser.get(PAGE + "/edit").html())
                .contains("name=\"etag\" value=\"&#34;1", "name=\"opened.priceUnit\" value=\"49.90\"");

        assertThat(browser.submit(PAGE, form("Gas Stove", "49.90")).html()).contains("The product is saved.");

        NEIGHBOURS
                .server()
                .verify(patchRequestedFor(urlPathEqualTo(API))
                        .withHeader("If-Match", equalTo("\"1\""))
                        .withRequestBody(equalToJson("""
                                {"productTitle":"Gas Stove","imageUrl":"/app/images/categories/pots-pans.svg","sku":"STO-17",
                                 "priceUnit":49.90,"category":{"categoryId":3},"hidden":false,"description":null,
                                 "quantity":null}""")));
    }

    @Test
    void savesAnEditDuringWhichAPieceWasSold() {
        store(ServiceStubs.STOVE.formatted(3), "2");
        accept("2");

        assertThat(browser.submit(PAGE, form("Gas Stove", "49.90")).html()).contains("The product is saved.");

        NEIGHBOURS.server().verify(patchRequestedFor(urlPathEqualTo(API)).withHeader("If-Match", equalTo("\"2\"")));
    }

    @Test
    void showsBothVersionsIfSomebodyElseHasChangedTheProduct() {
        store(STORED.replace("49.90", "39.90").replace("Camping", "Picnic"), "2");
        accept("2");

        var page = browser.post(PAGE, form("Gas Stove", "49.90"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html())
                .contains(
                        "Somebody else has changed this meanwhile",
                        "class=\"source\">Gas Stove<",
                        "class=\"source\">Picnic Stove<",
                        "class=\"source\">49.90<",
                        "class=\"source\">39.90<",
                        "name=\"productTitle\" type=\"text\" value=\"Gas Stove\"",
                        "name=\"priceUnit\" type=\"text\" value=\"39.90\"",
                        "name=\"etag\" value=\"&#34;2",
                        "name=\"opened.productTitle\" value=\"Picnic Stove\"");
        assertThat(browser.submit(PAGE, form("Gas Stove", "39.90", "etag", "\"2\""))
                        .html())
                .contains("The product is saved.");
    }

    @Test
    void keepsWhatWasTypedIfTheProductIsDeletedMeanwhile() {
        services.refuse("PATCH", API, 404, "{\"status\":404,\"detail\":\"There is no product 17\"}");

        var page = browser.post(PAGE, form("Gas Stove", "49.90"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("There is no product 17", "value=\"Gas Stove\"");
    }

    @Test
    void asksForThePasswordAndKeepsTheForm() {
        NEIGHBOURS.override(patch(urlPathEqualTo(API))
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"")));

        var answer = browser.post(PAGE, form("Gas Stove", "49.90", "then", PAGE + "/edit"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.html()).contains("name=\"then\" value=\"" + PAGE + "/edit\"", "name=\"kept\"");
    }

    private static String[] form(String title, String price, String... more) {
        var fields = new ArrayList<>(List.of(
                "productTitle",
                title,
                "sku",
                "STO-17",
                "priceUnit",
                price,
                "categoryId",
                "3",
                "imageUrl",
                "/app/images/categories/pots-pans.svg",
                "description",
                "",
                "etag",
                "\"1\"",
                "opened.productTitle",
                "Camping Stove",
                "opened.sku",
                "STO-17",
                "opened.priceUnit",
                "49.90",
                "opened.categoryId",
                "3",
                "opened.imageUrl",
                "/app/images/categories/pots-pans.svg",
                "opened.description",
                "",
                "opened.hidden",
                "false"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static void store(String product, String tag) {
        NEIGHBOURS.override(get(urlPathEqualTo(API))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("ETag", "\"%s\"".formatted(tag))
                        .withBody(product)));
    }

    /** Lets the service accept only changes of this version. */
    private static void accept(String tag) {
        NEIGHBOURS.override(patch(urlPathEqualTo(API)).willReturn(aResponse().withStatus(412)));
        NEIGHBOURS.override(any(urlPathEqualTo(API))
                .withHeader("If-Match", equalTo("\"%s\"".formatted(tag)))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(STORED)));
    }
}
