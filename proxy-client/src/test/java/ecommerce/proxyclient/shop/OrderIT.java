package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderIT extends ProxyClientTest {

    @Test
    void listsOnesOwnOrdersAlsoForStaffAndLeadsToTheDeskForOthers() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(TestTokens.STAFF_ID, "SHIPPED", "")));
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "SHIPPED", ""));

        assertThat(browser.get("/app/orders").html()).contains("href=\"/app/orders/1234\"", "On its way", "$99.80");
        assertThat(browser.get("/app/orders/1234").location()).isEqualTo("/app/desk/orders/1234");
        assertThat(browser.get("/app/orders/1234/cancel").status()).isEqualTo(404);
        assertThat(browser.get("/app/orders/1234/return").status()).isEqualTo(404);

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("userId", equalTo("me"))
                        .withQueryParam("sort", equalTo("orderDate,desc")));
    }

    @Test
    void showsAnOrderWithItsParcels() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list("""
                {"shippingId":3,"part":1,"shippingStatus":"SHIPPED","items":[],"carrier":"Post","trackingNumber":"T-1"}"""));
        assertThat(browser.get("/app/orders/1234").html())
                .contains("Paid and confirmed", "Parcel 1: On its way – Post T-1", "1 Main Street", "Cancel the order");

        services.refuse("GET", "/api/shippings", 503, "{}");
        assertThat(browser.get("/app/orders/1234").html())
                .contains("Paid and confirmed")
                .doesNotContain("Parcel 1");
    }

    @Test
    void cancelsAfterConfirmation() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
        services.have("POST", "/api/orders/1234/cancel", ServiceStubs.order(CUSTOMER, "CANCELLED", ""));
        assertThat(browser.get("/app/orders/1234/cancel").html())
                .contains("Do you want to cancel order 1234? You get back what you paid for it.");

        assertThat(browser.submit("/app/orders/1234/cancel").html()).contains("The order is cancelled");

        services.refuse("POST", "/api/orders/1234/cancel", 409, "{\"status\":409,\"detail\":\"Its goods have left\"}");
        assertThat(browser.submit("/app/orders/1234/cancel").html())
                .contains("The order wasn’t cancelled: Its goods have left");
        NEIGHBOURS.server().verify(2, postRequestedFor(urlPathEqualTo("/api/orders/1234/cancel")));
    }

    @Test
    void showsChangesAndRefunds() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "DELIVERED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
        services.have("GET", "/api/payments", ServiceStubs.list("""
                {"paymentId":5,"paymentStatus":"CAPTURED","refundedAmount":49.90,"pendingRefundAmount":10.00}"""));
        services.have("GET", "/api/orders/1234/amendments", ServiceStubs.list("""
                {"amendmentId":3,"kind":"RETURN","amendmentStatus":"ACCEPTED","refundAmount":0,
                 "items":[{"productId":17,"orderedQuantity":1}]},
                {"amendmentId":4,"kind":"CANCEL","amendmentStatus":"REFUSED","refundAmount":0,"refusal":"Too late",
                 "items":[{"productId":17,"orderedQuantity":1}]}"""));

        assertThat(browser.get("/app/orders/1234").html())
                .contains("Return: accepted, send the pieces to us", "1 × Camping Stove")
                .contains("Cancelled: refused – Too late")
                .contains("Paid back to you</span><span>$49.90", "On its way back to you</span><span>$10.00")
                .doesNotContain("href=\"/app/orders/1234/return\"");

        services.refuse("GET", "/api/payments", 503, "{}");
        services.refuse("GET", "/api/orders/1234/amendments", 503, "{}");
        assertThat(browser.get("/app/orders/1234").html())
                .contains("Delivered", "href=\"/app/orders/1234/return\"")
                .doesNotContain("Changes and refunds");
    }

    @Test
    void requestsAReturn() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "DELIVERED", ""));
        services.have("GET", "/api/shippings", ServiceStubs.list(""));
        services.refuse("POST", "/api/orders/1234/return-requests", 201, "{}");
        assertThat(browser.get("/app/orders/1234/return").html()).contains("Camping Stove: pieces to return, of 2");

        assertThat(browser.submit("/app/orders/1234/return", "pieces-17", "1", "reason", " Too small ")
                        .html())
                .contains("Your return is requested.");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/orders/1234/return-requests"))
                        .withRequestBody(equalToJson("""
                                {"items":[{"productId":17,"orderedQuantity":1}],"reason":"Too small"}""")));
    }

    @ParameterizedTest
    @CsvSource({
        "3, Too small, must be a number from 0 to 2",
        "x, Too small, must be a number from 0 to 2",
        "0, Too small, Choose at least one piece.",
        "1, '', must not be blank"
    })
    void saysWhatIsWrongWithAReturn(String pieces, String reason, String problem) {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "DELIVERED", ""));
        browser.get("/app/orders/1234/return");

        var page = browser.post("/app/orders/1234/return", "pieces-17", pieces, "reason", reason);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains(problem, "name=\"pieces-17\" type=\"number\" value=\"" + pieces + "\"");
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/orders/1234/return-requests")));
    }

    @Test
    void saysWhyOrderServiceRefusesAReturn() {
        signIn();
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "SHIPPED", ""));
        services.refuse(
                "POST", "/api/orders/1234/return-requests", 409, "{\"status\":409,\"detail\":\"It is on its way\"}");
        browser.get("/app/orders/1234/return");

        var page = browser.post("/app/orders/1234/return", "pieces-17", "1", "reason", "Too small");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("It is on its way", "value=\"Too small\"");
    }

    @Test
    void hidesOrdersThatAreNotOnesOwn() {
        signIn();
        services.refuse("GET", "/api/orders/1234", 404, "{\"status\":404,\"detail\":\"No order 1234\"}");

        assertThat(browser.get("/app/orders/1234").status()).isEqualTo(404);
        assertThat(browser.get("/app/orders/abc").status()).isEqualTo(400);
    }
}
