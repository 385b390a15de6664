package ecommerce.proxyclient.desk.parcels;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.proxyclient.desk.parcels.ParcelStubs.PATH;
import static ecommerce.proxyclient.desk.parcels.ParcelStubs.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelMistakeDeskIT extends ProxyClientTest {

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
    void splitsAParcel() {
        services.refuse("POST", PATH + "/split", 201, parcel("READY", ""));
        assertThat(browser.get(PAGE + "/split").html()).contains("Camping Stove: pieces to move, of 2");

        assertThat(browser.submit(PAGE + "/split", "version", "\"3\"", "pieces-17", "1")
                        .html())
                .contains("The parcel is split.");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo(PATH + "/split"))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(equalToJson("{\"items\":[{\"productId\":17,\"orderedQuantity\":1}]}")));
    }

    /** The first answer may have been lost. */
    @Test
    void emptiesASplitOfAParcelThatHasChanged() {
        stubs.answer("POST", PATH + "/split", 412, "The shipping has changed");
        browser.get(PAGE + "/split");

        var page = browser.post(PAGE + "/split", "version", "\"2\"", "pieces-17", "1");

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html()).contains("enter only what is missing", "type=\"number\" value=\"0\"");
    }

    /** A parcel doesn't tell whether its pieces were restocked. */
    @ParameterizedTest
    @CsvSource({"true, 412", "false, 302"})
    void takesAReportThatIsDoneForItsOwnUnlessItRestocks(String restock, int status) {
        stubs.have(4, parcel("SHIPPED", ",\"failure\":\"UNDELIVERABLE\"").replace("Label printed twice", "Came back"));
        stubs.answer("POST", PATH + "/failure", 412, "The shipping has changed");
        browser.get(PAGE + "/failure");

        var page = browser.post(
                PAGE + "/failure",
                "version",
                "\"3\"",
                "failure",
                "UNDELIVERABLE",
                "restock",
                restock,
                "reason",
                "Came back");

        assertThat(page.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"x, must be a whole number", "-1, must be a whole number", "0, Choose at least one piece."})
    void saysWhatIsWrongWithASplit(String pieces, String problem) {
        browser.get(PAGE + "/split");

        var page = browser.post(PAGE + "/split", "version", "\"3\"", "pieces-17", pieces);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains(problem, "type=\"number\" value=\"" + pieces + "\"");
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathMatching(PATH + ".*")));
    }

    @Test
    void saysWhyShippingServiceRefusesASplit() {
        services.refuse("POST", PATH + "/split", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"items","message":"must not have more pieces"}]}""");
        browser.get(PAGE + "/split");

        var page = browser.post(PAGE + "/split", "version", "\"3\"", "pieces-17", "9");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("items must not have more pieces", "type=\"number\" value=\"9\"");
    }

    @Test
    void correctsAMistakenDelivery() {
        stubs.have(3, parcel("DELIVERED", TRACKED));
        services.have("POST", PATH + "/corrections", "{}");
        assertThat(browser.get(PAGE + "/correction").html())
                .contains("returns to the status “Shipped”", "name=\"shippingStatus\" value=\"SHIPPED\"");
        assertThat(browser.post(PAGE + "/correction", "version", "\"3\"", "shippingStatus", "SHIPPED", "reason", " ")
                        .html())
                .contains("must not be blank");

        browser.submit(PAGE + "/correction", "version", "\"3\"", "shippingStatus", "SHIPPED", "reason", "Wrong parcel");

        NEIGHBOURS
                .server()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(PATH + "/corrections")).withRequestBody(equalToJson("""
                                {"shippingStatus":"SHIPPED","reason":"Wrong parcel"}""")));
    }

    @Test
    void keepsTheReportOfAFailureDuringASignIn() {
        stubs.have(3, parcel("SHIPPED", TRACKED));
        stubs.answer("POST", PATH + "/failure", 401, "Sign in again");
        assertThat(browser.get(PAGE + "/failure").html()).contains("The parcel has 2 pieces for Ann Lee", "$99.80");
        var asked = browser.post(
                PAGE + "/failure",
                "version",
                "\"3\"",
                "failure",
                "UNDELIVERABLE",
                "restock",
                "true",
                "reason",
                "Éire?");
        assertThat(asked.html()).contains("Enter your password again");
        services.have("POST", PATH + "/failure", "{}");

        var done = browser.fill("/app/sign-in", "username", "admin", "password", "secret words");

        assertThat(browser.get(done.location()).html()).contains("The failure is reported.");
        NEIGHBOURS
                .server()
                .verify(
                        2,
                        postRequestedFor(urlPathEqualTo(PATH + "/failure"))
                                .withHeader("If-Match", equalTo("\"3\""))
                                .withRequestBody(equalToJson("""
                                {"failure":"UNDELIVERABLE","restock":true,"reason":"Éire?"}""")));
    }

    @Test
    void answersAnImpossibleFormWith400() {
        browser.get(PAGE);

        assertThat(browser.post(PAGE + "/failure", "version", "\"3\"", "restock", "maybe", "reason", "x")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post(PAGE + "/ship", "version", "\"3\"", "carrier", "x".repeat(101))
                        .html())
                .contains("x".repeat(101), "aria-invalid=\"true\"");
        NEIGHBOURS.server().verify(0, patchRequestedFor(urlPathEqualTo(PATH)));
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathMatching(PATH + ".*")));
    }
}
