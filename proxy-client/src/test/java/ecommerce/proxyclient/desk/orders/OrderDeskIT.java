package ecommerce.proxyclient.desk.orders;

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

class OrderDeskIT extends ProxyClientTest {

    @Test
    void isClosedToCustomers() {
        assertThat(browser.get("/app/desk/orders").location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fdesk%2Forders");
        signIn();

        assertThat(browser.get("/app/").html()).doesNotContain("/app/desk");
        assertThat(browser.get("/app/desk").status()).isEqualTo(403);
        assertThat(browser.get("/app/desk/orders/1234").status()).isEqualTo(403);
        assertThat(browser.post("/app/desk/orders/1234/cancel").status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/orders/1234/cancel")));
    }

    @Test
    void listsTheOrdersOfAllCustomers() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/orders", ServiceStubs.list(ServiceStubs.order(CUSTOMER, "CONFIRMED", "")));

        assertThat(browser.get("/app/desk/orders?orderStatus=CONFIRMED").html())
                .contains("href=\"/app/desk/orders/1234\"", "value=\"CONFIRMED\" selected");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/orders"))
                        .withQueryParam("orderStatus", equalTo("CONFIRMED"))
                        .withoutQueryParam("userId"));
    }

    @Test
    void showsAndCancelsAnOrder() {
        signIn(TestTokens.admin(), 900);
        services.have(
                "GET",
                "/api/orders/1234",
                ServiceStubs.order(
                        CUSTOMER,
                        "CONFIRMED",
                        ",\"recipient\":{\"name\":\"Ann Lee\",\"email\":\"ann@example.com\"}"
                                + ",\"attention\":{\"since\":\"2026-01-02T03:04:05Z\",\"reason\":\"The parcel waits\"}"));
        services.have("POST", "/api/orders/1234/cancel", "{}");
        assertThat(browser.get("/app/desk/orders/1234").html())
                .contains("Customer 7", "Ann Lee", "Needs attention: The parcel waits", "(alice)");
        browser.get("/app/desk/orders/1234/cancel");

        assertThat(browser.submit("/app/desk/orders/1234/cancel", "reason", "Asked by phone")
                        .html())
                .contains("The order is cancelled");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/orders/1234/cancel"))
                        .withRequestBody(equalToJson("{\"reason\":\"Asked by phone\"}")));
    }
}
