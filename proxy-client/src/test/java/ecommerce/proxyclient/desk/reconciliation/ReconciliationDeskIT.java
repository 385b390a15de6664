package ecommerce.proxyclient.desk.reconciliation;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.ProxyClientTest;
import org.junit.jupiter.api.Test;

class ReconciliationDeskIT extends ProxyClientTest {

    private static final String PAGE = "/app/desk/reconciliation";
    private static final String API = "/api/orders/reconciliation";
    private static final String RUN = """
            {"runId":3,"startedAt":"2026-01-02T03:04:05Z","finishedAt":"2026-01-02T03:04:06Z","orders":%d,"mismatches":%d,
             "found":[%s]}""";
    private static final String MISMATCHES = """
            {"orderId":1234,"kind":"PAYMENT_NOT_CAPTURED","detail":"Captured 0 of 5"},
            {"orderId":1235,"kind":"SOMETHING_NEW","detail":"?","repair":"It is retried"}""";

    private final String staff = TestTokens.admin();

    @Test
    void isClosedToCustomers() {
        signIn();

        assertThat(browser.get(PAGE).status()).isEqualTo(403);
        assertThat(browser.post(PAGE).status()).isEqualTo(403);
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo(API)));
    }

    @Test
    void showsMismatchesInWords() {
        signIn(staff, 900);
        services.have("GET", API, RUN.formatted(2000, 1500, MISMATCHES));

        assertThat(browser.get(PAGE).html())
                .contains("2,000 orders compared, 1,500 mismatches", "The first 2 mismatches are shown.")
                .contains("href=\"/app/desk/orders/1234\"", "The payment isn’t captured as it should be")
                .contains("Staff must look at it.", "SOMETHING_NEW", "It is retried");
    }

    @Test
    void saysThatThereIsNoComparisonYet() {
        signIn(staff, 900);
        services.refuse("GET", API, 404, "{\"status\":404}");

        assertThat(browser.get(PAGE).html()).contains("There is no comparison yet.");
    }

    @Test
    void requestsAComparison() {
        signIn(staff, 900);
        services.have("GET", API, RUN.formatted(1, 0, ""));
        assertThat(browser.get(PAGE).html()).contains("1 order compared, no mismatches");

        services.refuse("POST", API, 202, "");
        assertThat(browser.submit(PAGE).html()).contains("The comparison is running.");
        services.have("POST", API, RUN.formatted(1, 0, ""));
        assertThat(browser.submit(PAGE).html()).contains("The comparison is finished.");
        NEIGHBOURS
                .server()
                .verify(2, postRequestedFor(urlPathEqualTo(API)).withHeader("Authorization", equalTo(staff)));
    }
}
