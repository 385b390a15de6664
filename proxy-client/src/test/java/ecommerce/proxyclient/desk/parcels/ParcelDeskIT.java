package ecommerce.proxyclient.desk.parcels;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.proxyclient.desk.parcels.ParcelStubs.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelDeskIT extends ProxyClientTest {

    private final ParcelStubs stubs = new ParcelStubs(NEIGHBOURS);

    @Test
    void isClosedToCustomers() {
        assertThat(browser.get("/app/desk/parcels").location()).isEqualTo("/app/sign-in?then=%2Fapp%2Fdesk%2Fparcels");
        signIn();

        assertThat(browser.get("/app/desk/parcels").status()).isEqualTo(403);
        assertThat(browser.get("/app/desk/parcels/5").status()).isEqualTo(403);
        assertThat(browser.post("/app/desk/parcels/5/ship", "version", "\"3\"").status())
                .isEqualTo(403);
        NEIGHBOURS.server().verify(0, anyRequestedFor(urlPathMatching("/api/shippings.*")));
    }

    @Test
    void listsWhatIsToBePackedWithTheOldestFirst() {
        signIn(TestTokens.admin(), 900);
        stubs.have(3, parcel("READY", ""));

        assertThat(browser.get("/app/desk/parcels").html())
                .contains("href=\"/app/desk/parcels/5\"", "href=\"/app/desk/orders/1234\"", "Ann Lee, Springfield")
                .contains("value=\"READY\" selected", "1 parcel");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/shippings"))
                        .withQueryParam("shippingStatus", equalTo("READY"))
                        .withQueryParam("sort", equalTo("shippingId")));
    }

    @Test
    void keepsTheFilterInTheAddressesOfItsPages() {
        signIn(TestTokens.admin(), 900);
        services.have(
                "GET",
                "/api/shippings",
                ServiceStubs.list(parcel("SHIPPED", "")).replace("\"totalPages\":1", "\"totalPages\":3"));

        assertThat(browser.get("/app/desk/parcels?shippingStatus=&orderId=1234&sort=newest&page=1")
                        .html())
                .contains("/app/desk/parcels?shippingStatus=&amp;orderId=1234&amp;sort=newest&amp;page=1\"")
                .contains("name=\"orderId\" type=\"text\" value=\"1234\"");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/shippings"))
                        .withoutQueryParam("shippingStatus")
                        .withQueryParam("orderId", equalTo("1234"))
                        .withQueryParam("sort", equalTo("shippingId,desc"))
                        .withQueryParam("page", equalTo("1")));
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        signIn(TestTokens.admin(), 900);
        services.refuse("GET", "/api/shippings", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"orderId","message":"must be a number"}]}""");

        var page = browser.get("/app/desk/parcels?orderId=abc");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("must be a number", "value=\"abc\"", "aria-invalid=\"true\"");
    }

    @Test
    void showsAParcelWithItsProductsAndHistory() {
        signIn(TestTokens.admin(), 900);
        stubs.have(3, parcel("READY", ""));
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));

        assertThat(browser.get("/app/desk/parcels/5").html())
                .contains("Camping Stove", "STO-17", "1 Main Street", "ann@example.com", "Label printed twice (admin)")
                .contains("action=\"/app/desk/parcels/5/ship\"", "href=\"/app/desk/parcels/5/split\"")
                .doesNotContain("/5/deliver", "/5/tracking", "/5/correction", "/5/failure");
    }

    @Test
    void showsAParcelWhileItsOrderIsUnavailable() {
        signIn(TestTokens.admin(), 900);
        stubs.have(3, parcel("SHIPPED", ",\"carrier\":\"Post\",\"trackingNumber\":\"T-1\""));
        services.refuse("GET", "/api/orders/1234", 503, "{}");

        assertThat(browser.get("/app/desk/parcels/5").html())
                .contains("#17", "Shipped with: Post T-1", "action=\"/app/desk/parcels/5/deliver\"", "/5/correction")
                .doesNotContain("/5/ship\"", "/5/split");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST", "UNDELIVERABLE"})
    void offersNoChangeOfAFailedParcelButItsTrackingNumber(String failure) {
        signIn(TestTokens.admin(), 900);
        stubs.have(3, parcel("SHIPPED", ",\"failure\":\"" + failure + "\""));

        assertThat(browser.get("/app/desk/parcels/5").html())
                .contains("/5/tracking")
                .doesNotContain("/5/deliver", "/5/correction", "/5/failure");
    }

    @Test
    void printsAPackingSlipWithoutPrices() {
        signIn(TestTokens.admin(), 900);
        stubs.have(3, parcel("READY", ""));
        services.have(
                "GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ",\"orderDesc\":\"Ring twice\""));

        assertThat(browser.get("/app/desk/parcels/5/slip").html())
                .contains("Packing slip", "Order 1234", "Camping Stove", "STO-17", "Ann Lee", "Ring twice")
                .doesNotContain("$", "49.90", "99.80");
    }

    @Test
    void answersWithTheRightStatus() {
        signIn(TestTokens.admin(), 900);
        services.refuse("GET", "/api/shippings/9", 404, "{\"status\":404,\"detail\":\"No shipping 9\"}");

        assertThat(browser.get("/app/desk/parcels/9").status()).isEqualTo(404);
        assertThat(browser.get("/app/desk/parcels/abc").status()).isEqualTo(400);
        assertThat(browser.get("/app/desk/parcels?page=abc").status()).isEqualTo(400);
    }
}
