package ecommerce.proxyclient.desk.stock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/products/17/stock";
    private static final String API = "/api/products/17/stock";
    private static final String KEY = UUID.randomUUID().toString();

    @Test
    void isClosedToCustomers() {
        signIn();

        for (var path : new String[] {"", "/counts", "/movement", "/count", "/transfer", "/threshold"}) {
            assertThat(browser.get(PAGE + path).status()).as(path).isEqualTo(403);
        }
        for (var path : new String[] {"/movement", "/count", "/transfer", "/threshold"}) {
            assertThat(browser.post(PAGE + path, "key", KEY).status()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/app/desk/stock").status()).isEqualTo(403);
        assertThat(browser.get("/app/desk/stock/stranded").status()).isEqualTo(403);
    }

    @Test
    void showsTheLedgerOfAProduct() {
        signInAsStaff();
        services.have("GET", API + "/movements", ServiceStubs.list("""
                {"movementId":3,"at":"2026-01-02T03:04:05Z","delta":-2,"reservedDelta":-2,"reason":"SOLD","orderId":1234,
                 "by":"order-service"},
                {"movementId":2,"at":"2026-01-02T03:04:05Z","delta":5,"reservedDelta":0,"reason":"FOUND_LATER",
                 "note":"<b>shelf</b>","by":"admin"}"""));

        assertThat(browser.get(PAGE).html())
                .contains(
                        "Stock of Camping Stove",
                        ">Sold<",
                        ">-2<",
                        "href=\"/app/desk/orders/1234\"",
                        ">order-service<",
                        "FOUND_LATER",
                        "&lt;b&gt;shelf")
                .doesNotContain(PAGE + "/transfer");
    }

    @Test
    void recordsAMovementOnceEvenIfTheFirstAnswerIsLost() {
        signInAsStaff();
        services.refuse("POST", API + "/movements", 503, "{}");
        assertThat(browser.get(PAGE + "/movement").html()).containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
        var form = new String[] {
            "key", KEY, "title", "Camping Stove", "kind", "CORRECTION_DOWN", "quantity", "3", "note", "Broken box"
        };

        var lost = browser.post(PAGE + "/movement", form);
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.html())
                .contains(
                        "Send the form again",
                        "name=\"key\" value=\"%s\"".formatted(KEY),
                        "value=\"CORRECTION_DOWN\" selected",
                        "value=\"Broken box\"");
        services.refuse("POST", API + "/movements", 201, """
                {"movementId":3,"at":"2026-01-02T03:04:05Z","delta":-3,"reservedDelta":0,"reason":"CORRECTION","by":"admin"}""");
        assertThat(browser.submit(PAGE + "/movement", form).html()).contains("The movement is recorded.");

        NEIGHBOURS
                .server()
                .verify(
                        2,
                        postRequestedFor(urlPathEqualTo(API + "/movements"))
                                .withHeader("Idempotency-Key", equalTo(KEY))
                                .withRequestBody(equalToJson(
                                        "{\"quantity\":-3,\"reason\":\"CORRECTION\",\"note\":\"Broken box\"}")));
    }

    @Test
    void saysWhyAMovementIsRefused() {
        signInAsStaff();
        browser.get(PAGE + "/movement");
        services.refuse(
                "POST",
                API + "/movements",
                409,
                "{\"status\":409,\"detail\":\"Product 17 has only 7 pieces that aren't reserved\"}");
        var refused = browser.post(PAGE + "/movement", "key", KEY, "kind", "LOST", "quantity", "8", "note", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("only 7 pieces", "value=\"8\"");

        services.refuse("POST", API + "/movements", 422, "{\"status\":422,\"detail\":\"Send another key.\"}");
        assertThat(browser.post(PAGE + "/movement", "key", KEY, "kind", "LOST", "quantity", "8")
                        .html())
                .contains("already recorded with other values");

        for (var form : new String[][] {{"LOST", "0"}, {"LOST", "-1"}, {"LOST", ""}, {"STOLEN", "1"}}) {
            var page = browser.post(PAGE + "/movement", "key", KEY, "kind", form[0], "quantity", form[1]);
            assertThat(page.status()).as(String.join(" ", form)).isEqualTo(400);
            assertThat(page.html()).contains("aria-invalid=\"true\"");
        }
        assertThat(browser.post(PAGE + "/movement", "kind", "LOST", "quantity", "1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void recordsACount() {
        signInAsStaff();
        var count = """
                {"countId":1,"productId":17,"at":"2026-01-02T03:04:05Z","by":"admin","counted":10,"awaitingShipment":3,
                 "onHand":7,"reserved":2,"sellable":5,"onHandBefore":9,"difference":-2,"explanation":"…"}""";
        services.refuse("POST", API + "/counts", 201, count);
        services.have("GET", API + "/counts", ServiceStubs.list(count));
        browser.get(PAGE + "/count");

        assertThat(browser.submit(PAGE + "/count", "key", KEY, "counted", "10", "awaitingShipment", "3", "note", "")
                        .html())
                .contains("On hand: 7. Difference: -2.");

        assertThat(browser.get(PAGE + "/counts").html()).contains("Counts of Camping Stove", ">-2<");
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/counts"))
                        .withHeader("Idempotency-Key", equalTo(KEY))
                        .withRequestBody(equalToJson("{\"counted\":10,\"awaitingShipment\":3}")));
    }

    @Test
    void setsAndEndsTheWarningOfLowStock() {
        signInAsStaff();
        services.have("PUT", API + "/threshold", "{}");
        assertThat(browser.get(PAGE + "/threshold").html()).contains("name=\"threshold\" type=\"number\" value=\"8\"");

        assertThat(browser.submit(PAGE + "/threshold", "threshold", "5").html()).contains("The threshold is saved.");
        browser.submit(PAGE + "/threshold", "threshold", "");

        var server = NEIGHBOURS.server();
        server.verify(putRequestedFor(urlPathEqualTo(API + "/threshold"))
                .withRequestBody(equalToJson("{\"lowStockThreshold\":5}")));
        server.verify(putRequestedFor(urlPathEqualTo(API + "/threshold"))
                .withRequestBody(equalToJson("{\"lowStockThreshold\":null}")));
        assertThat(browser.post(PAGE + "/threshold", "threshold", "few").status())
                .isEqualTo(400);
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
