package ecommerce.proxyclient.shop;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSignInIT extends ProxyClientTest {

    private static final String PAGE = "/app/account/sign-ins";
    private static final String LIST = "/api/auth/sign-ins";
    private static final String LAPTOP = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String PHONE = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private static final String TABLET = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private String token;

    @BeforeEach
    void signInOnThreeDevices() {
        token = TestTokens.user(CUSTOMER);
        signIn(token, 900);
        list(",\"current\":true");
        for (var other : new String[] {PHONE, TABLET}) {
            services.refuse("DELETE", LIST + "/" + other, 204, "");
        }
    }

    @Test
    void listsSignInsWithTheTokenOfTheUserAndMarksThisOne() {
        var html = browser.get(PAGE).html();

        assertThat(html)
                .contains("Address 198.51.100.7", "<strong>This device</strong>", "Unknown address", PHONE + "/end")
                .doesNotContain(LAPTOP + "/end");
        NEIGHBOURS.server().verify(getRequestedFor(urlPathEqualTo(LIST)).withHeader("Authorization", equalTo(token)));
    }

    @Test
    void endsOneSignInAlsoIfItHasEndedMeanwhile() {
        browser.get(PAGE);
        assertThat(browser.submit(PAGE + "/" + PHONE + "/end").html()).contains("The device is signed out.");

        services.refuse("DELETE", LIST + "/" + PHONE, 404, "{\"status\":404}");
        assertThat(browser.submit(PAGE + "/" + PHONE + "/end").html()).contains("The device is signed out.");

        NEIGHBOURS.server().verify(2, deleteRequestedFor(urlPathEqualTo(LIST + "/" + PHONE)));
        assertThat(browser.post(PAGE + "/x/end").status()).isEqualTo(400);
    }

    @Test
    void endsAllOtherSignIns() {
        browser.get(PAGE);
        assertThat(browser.submit(PAGE + "/end-others").html())
                .contains("You are signed out on all other devices.", "Sign out user7");

        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo(LIST + "/" + PHONE)));
        NEIGHBOURS.server().verify(deleteRequestedFor(urlPathEqualTo(LIST + "/" + TABLET)));
        NEIGHBOURS.server().verify(0, deleteRequestedFor(urlPathEqualTo(LIST + "/" + LAPTOP)));
    }

    /** The token is one of the previous version. */
    @Test
    void endsNoOtherSignInsIfItIsUnknownWhichOneIsThis() {
        list("");

        assertThat(browser.get(PAGE).html()).contains(LAPTOP + "/end").doesNotContain("This device", "end-others");
        assertThat(browser.submit(PAGE + "/end-others").html()).contains("Nothing was signed out");

        NEIGHBOURS.server().verify(0, deleteRequestedFor(urlPathMatching(LIST + ".*")));
    }

    private void list(String mark) {
        var times = "\"signedInAt\":\"2026-01-01T00:00:00Z\",\"lastUsedAt\":\"2026-01-02T03:04:05Z\"";
        services.have("GET", LIST, ServiceStubs.list("""
                {"signInId":"%s",%s,"address":"198.51.100.7"%s},
                {"signInId":"%s",%s},
                {"signInId":"%s",%s}""".formatted(LAPTOP, times, mark, PHONE, times, TABLET, times)));
    }
}
