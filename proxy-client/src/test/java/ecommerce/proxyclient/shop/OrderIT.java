package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;

class OrderIT extends ProxyClientTest {

    @Test
    void listsOnesOwnOrdersOnlyAlsoForStaff() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(TestTokens.STAFF_ID, "SHIPPED", "")));
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "SHIPPED", ""));

        assertThat(browser.get("/app/orders").html()).contains("href=\"/app/orders/1234\"", "On its way", "$99.80");
        assertThat(browser.get("/app/orders/1234").status()).isEqualTo(404);

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("userId", equalTo(Long.toString(TestTokens.STAFF_ID)))
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
                .contains("Do you want to cancel order 1234?", "$99.80");

        assertThat(browser.submit("/app/orders/1234/cancel").html()).contains("The order is cancelled");

        services.refuse("POST", "/api/orders/1234/cancel", 409, "{\"status\":409,\"detail\":\"Its goods have left\"}");
        assertThat(browser.submit("/app/orders/1234/cancel").html())
                .contains("The order wasn’t cancelled: Its goods have left");
        NEIGHBOURS.server().verify(2, postRequestedFor(urlPathEqualTo("/api/orders/1234/cancel")));
    }

    @Test
    void hidesOrdersThatAreNotOnesOwn() {
        signIn();
        services.refuse("GET", "/api/orders/1234", 404, "{\"status\":404,\"detail\":\"No order 1234\"}");

        assertThat(browser.get("/app/orders/1234").status()).isEqualTo(404);
        assertThat(browser.get("/app/orders/abc").status()).isEqualTo(400);
    }
}
