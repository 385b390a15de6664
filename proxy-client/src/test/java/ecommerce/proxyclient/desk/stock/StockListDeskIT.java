package ecommerce.proxyclient.desk.stock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockListDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/products/17/stock";
    private static final String API = "/api/products/17/stock";
    private static final String KEY = UUID.randomUUID().toString();

    @Test
    void transfersPiecesOfADeletedProductToTheProposedOne() {
        signInAsStaff();
        services.refuse("GET", "/api/products/17", 404, "{\"status\":404}");
        services.have("GET", "/api/products/stock/stranded", ServiceStubs.list("""
                {"productId":17,"productTitle":"Old Stove","sku":"STO-17","deletedAt":"2026-01-02T03:04:05Z","onHand":9,
                 "reserved":2,"sellable":7,"proposal":{"productId":18,"productTitle":"New Stove"}}"""));
        services.have("GET", "/api/products/18/stock", level(18));
        services.have("GET", "/api/products/18/stock/movements", ServiceStubs.list(""));
        services.have("GET", "/api/products/18", ServiceStubs.STOVE.formatted(4).replace(":17", ":18"));
        services.refuse("POST", API + "/transfers", 201, "{\"quantity\":7}");

        assertThat(browser.get(PAGE).html()).contains("This product is deleted.", PAGE + "/transfer");
        assertThat(browser.get("/app/desk/stock/stranded").html())
                .contains("href=\"%s/transfer?to=18\"".formatted(PAGE), "New Stove (product 18)");
        assertThat(browser.get(PAGE + "/transfer?to=18").html())
                .contains("name=\"toProductId\" type=\"text\" value=\"18\"", "value=\"7\"");
        assertThat(browser.submit(PAGE + "/transfer", "key", KEY, "toProductId", "18", "quantity", "7", "note", "")
                        .html())
                .contains("Pieces transferred to this product: 7.", "Stock of Camping Stove");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/transfers"))
                        .withHeader("Idempotency-Key", equalTo(KEY))
                        .withRequestBody(equalToJson("{\"toProductId\":18,\"quantity\":7}")));
    }

    @Test
    void listsProductsWhoseStockIsLow() {
        signInAsStaff();
        services.have(
                "GET",
                "/api/products/stock/low",
                ServiceStubs.list("""
                {"productId":17,"productTitle":"Camping Stove","sku":"STO-17","onHand":3,"reserved":2,"sellable":1,
                 "lowStockThreshold":8}""").replace("\"totalPages\":1", "\"totalPages\":2"));

        assertThat(browser.get("/app/desk/stock").html())
                .contains("href=\"%s\"".formatted(PAGE), "STO-17", "href=\"/app/desk/stock?page=1\"");
    }

    private void signInAsStaff() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", API, level(17));
        services.have("GET", API + "/movements", ServiceStubs.list(""));
    }

    private static String level(long productId) {
        return "{\"productId\":%d,\"onHand\":9,\"reserved\":2,\"sellable\":7,\"sold\":1,\"lowStockThreshold\":8}"
                .formatted(productId);
    }
}
