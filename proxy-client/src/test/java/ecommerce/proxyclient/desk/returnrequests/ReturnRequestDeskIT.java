package ecommerce.proxyclient.desk.returnrequests;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import ecommerce.proxyclient.desk.OrderDeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnRequestDeskIT extends OrderDeskTest {

    private static final String REQUEST = PAGE + "/return-requests/3";
    private static final String API = "/api/orders/1234/return-requests/3";

    @BeforeEach
    void requestAReturn() {
        haveOrder("DELIVERED", "");
        haveRequest("REQUESTED");
    }

    @Test
    void listsRequestsThatAwaitADecision() {
        assertThat(browser.get("/app/desk/return-requests").html())
                .contains("href=\"" + REQUEST + "\"", "href=\"" + PAGE + "\"", "Too small", "alice");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders/return-requests"))
                        .withQueryParam("amendmentStatus", equalTo("REQUESTED"))
                        .withQueryParam("sort", equalTo("requestedAt,asc")));
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        services.refuse("GET", "/api/orders/return-requests", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"amendmentStatus","message":"has no such value"}]}""");

        var page = browser.get("/app/desk/return-requests?amendmentStatus=OLD");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("has no such value");
    }

    @Test
    void acceptsARequest() {
        services.have("POST", API + "/accept", "{}");
        assertThat(browser.get(REQUEST).html())
                .contains("Order of Ann Lee. Requested by alice: Too small", "1 × Camping Stove");

        assertThat(browser.get(browser.fill(REQUEST + "/accept").location()).html())
                .contains("The return request is accepted.");

        services.refuse("POST", API + "/accept", 409, "{\"status\":409,\"detail\":\"It is ACCEPTED\"}");
        assertThat(browser.get(browser.fill(REQUEST + "/accept").location()).html())
                .contains("Nothing was changed: It is ACCEPTED");
        assertThat(received(API + "/accept")).hasSize(2);
    }

    @Test
    void refusesARequestWithAReason() {
        services.refuse("POST", API + "/refuse", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"reason","message":"is too long"}]}""");
        browser.get(REQUEST);
        var refused = browser.fill(REQUEST + "/refuse", "reason", "Worn");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("is too long", "value=\"Worn\"");

        services.have("POST", API + "/refuse", "{}");
        assertThat(browser.get(browser.fill(REQUEST + "/refuse").location()).html())
                .contains("The return request is refused.");
        assertThat(received(API + "/refuse").getLast().getBodyAsString()).isEqualTo("{\"reason\":\"Worn\"}");
    }

    @Test
    void receivesPiecesWithoutRestocking() {
        haveRequest("ACCEPTED");
        services.have("POST", API + "/receive", "{}");
        assertThat(browser.get(REQUEST).html())
                .contains("Refund: $49.90.")
                .doesNotContain("action=\"" + REQUEST + "/accept\"");

        assertThat(browser.get(browser.fill(REQUEST + "/receive", "restock", "false")
                                .location())
                        .html())
                .contains("The pieces are received.");

        assertThat(received(API + "/receive"))
                .singleElement()
                .satisfies(receive -> assertThat(receive.getBodyAsString()).isEqualTo("{\"restock\":false}"));
    }

    @Test
    void offersNoDecisionAboutADecidedOrMissingRequest() {
        haveRequest("DONE");

        assertThat(browser.get(REQUEST).html()).contains("Done").doesNotContain("action=\"" + REQUEST);
        assertThat(browser.get(PAGE + "/return-requests/4").status()).isEqualTo(404);
    }

    private void haveRequest(String status) {
        var requests = ServiceStubs.list("""
                {"amendmentId":3,"orderId":1234,"kind":"RETURN","amendmentStatus":"%s","refundAmount":0,
                 "items":[{"productId":17,"orderedQuantity":1}],"restock":true,"reason":"Too small","requestedBy":"alice",
                 "requestedAt":"2026-01-04T00:00:00Z"}""".formatted(status));
        services.have("GET", "/api/orders/1234/amendments", requests);
        services.have("GET", "/api/orders/return-requests", requests);
    }
}
