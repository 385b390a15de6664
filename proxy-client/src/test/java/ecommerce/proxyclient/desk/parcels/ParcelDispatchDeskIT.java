package ecommerce.proxyclient.desk.parcels;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecommerce.proxyclient.desk.parcels.ParcelStubs.PATH;
import static ecommerce.proxyclient.desk.parcels.ParcelStubs.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelDispatchDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/parcels/5";
    private static final String TRACKED = ",\"carrier\":\"Post\",\"trackingNumber\":\"T-1\"";

    private final ParcelStubs stubs = new ParcelStubs(NEIGHBOURS);

    @BeforeEach
    void enterAsStaff() {
        signIn(TestTokens.admin(), 900);
        services.have("GET", "/api/orders/1234", ServiceStubs.order(CUSTOMER, "CONFIRMED", ""));
        stubs.have(3, parcel("READY", ""));
    }

    @Test
    void shipsAParcelInTheVersionThatWasSeen() {
        services.have("PATCH", PATH, "{}");
        assertThat(browser.get(PAGE).html()).contains("name=\"version\" value=\"&#34;3&#34;\"");

        assertThat(browser.submit(PAGE + "/ship", "version", "\"3\"", "carrier", " Post ", "trackingNumber", "T-1")
                        .html())
                .contains("The parcel is shipped.");

        NEIGHBOURS
                .server()
                .verify(patchRequestedFor(urlPathEqualTo(PATH))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(equalToJson("""
                                {"shippingStatus":"SHIPPED","carrier":"Post","trackingNumber":"T-1"}""")));
    }

    @Test
    void showsAChangedParcelBesideWhatWasTyped() {
        stubs.have(4, parcel("SHIPPED", ",\"carrier\":\"Courier\",\"trackingNumber\":\"C-9\""));
        stubs.answer("PUT", PATH + "/tracking", 412, "The shipping has changed");
        browser.get(PAGE);

        var page = browser.post(
                PAGE + "/tracking",
                "version",
                "\"3\"",
                "carrier",
                "Post",
                "trackingNumber",
                "T-1",
                "reason",
                "Wrong label");

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html())
                .contains("The parcel has changed since", "Shipped with: Courier C-9", "value=\"&#34;4&#34;\"")
                .contains("value=\"Post\"", "value=\"T-1\"", "value=\"Wrong label\"");
        stubs.answer("PUT", PATH + "/tracking", 200, "");
        browser.submit(PAGE + "/tracking", "version", "\"4\"", "carrier", "Post", "trackingNumber", "T-1");
        NEIGHBOURS
                .server()
                .verify(putRequestedFor(urlPathEqualTo(PATH + "/tracking"))
                        .withHeader("If-Match", equalTo("\"4\""))
                        .withRequestBody(equalToJson("{\"carrier\":\"Post\",\"trackingNumber\":\"T-1\"}")));
    }

    @Test
    void makesAChangeOnceAfterALostAnswer() {
        stubs.answer("PATCH", PATH, 503, "");
        browser.get(PAGE);
        var lost = browser.post(PAGE + "/ship", "version", "\"3\"", "carrier", "Post", "trackingNumber", "T-1");
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.html())
                .contains(
                        "it is unknown whether the change was made",
                        "value=\"&#34;3&#34;\"",
                        "value=\"Post\"",
                        "value=\"T-1\"");

        stubs.answer("PATCH", PATH, 412, "The shipping has changed");
        stubs.have(4, parcel("SHIPPED", TRACKED));
        assertThat(browser.submit(PAGE + "/ship", "version", "\"3\"", "carrier", "Post", "trackingNumber", "T-1")
                        .html())
                .contains("The parcel is shipped.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "*", "\"3\"\n"})
    void changesNothingWithoutTheVersion(String version) {
        browser.get(PAGE);

        var page = browser.post(PAGE + "/deliver", "version", version);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("The parcel has changed since", "value=\"&#34;3&#34;\"");
        NEIGHBOURS.server().verify(0, patchRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void saysWhyShippingServiceRefusesADelivery() {
        stubs.answer("PATCH", PATH, 409, "The shipment of order 1234 is READY and can't be delivered");
        browser.get(PAGE);

        var page = browser.post(PAGE + "/deliver", "version", "\"3\"");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("is READY and can't be delivered");
    }
}
