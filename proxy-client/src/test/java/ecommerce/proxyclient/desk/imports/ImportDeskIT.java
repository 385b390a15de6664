package ecommerce.proxyclient.desk.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.Browser;
import ecommerce.proxyclient.ProxyClientTest;
import ecommerce.proxyclient.ServiceStubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportDeskIT extends ProxyClientTest {

    private static final String LIST = "/app/desk/imports";
    private static final String JOB = """
            {"jobId":5,"state":"%s","requestedBy":"root","bytes":200,"bytesRead":%d,"acceptedAt":"2026-01-02T03:04:05Z",%s
             "counts":{"created":1,"updated":22,"unchanged":333,"refused":4,
                       "stock":{"opened":1,"added":2,"removed":3,"productsMoved":4,"differing":5}}}""";
    private static final String RUNNING = JOB.formatted("RUNNING", 50, "");
    private static final String FINISHED = JOB.formatted("FINISHED", 200, "\"endedAt\":\"2026-01-02T03:05:05Z\",");

    private final String staff = TestTokens.admin();

    @BeforeEach
    void haveAJob() {
        services.have("GET", "/api/products/imports", ServiceStubs.list(RUNNING));
        services.have("GET", "/api/products/imports/5", RUNNING);
    }

    @Test
    void isClosedToCustomers() {
        signIn();

        assertThat(browser.get(LIST).status()).isEqualTo(403);
        assertThat(browser.get(LIST + "/export").status()).isEqualTo(403);
        assertThat(browser.upload(LIST, "sku\n", "_csrf", browser.csrf(), "key", "k", "charset", "UTF-8")
                        .status())
                .isEqualTo(403);
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/products/import")));
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/products/export")));
    }

    @Test
    void passesAFileOnWhileItArrives() {
        signIn(staff, 900);
        services.refuse("POST", "/api/products/import", 202, RUNNING);
        assertThat(browser.get(LIST).html()).contains("href=\"/app/desk/imports/5\"", "Running");

        var answer = browser.upload(
                LIST, "sku,quantityChange\nTENT-2,5\n", "_csrf", browser.csrf(), "key", "k-1", "charset", "UTF-8", "stock", "");

        assertThat(answer.location()).isEqualTo("/app/desk/imports/5");
        assertThat(browser.get(answer.location()).html()).contains("The file has arrived.");
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/products/import"))
                        .withoutQueryParam("stock")
                        .withHeader("Authorization", equalTo(staff))
                        .withHeader("Idempotency-Key", equalTo("k-1"))
                        .withHeader("Prefer", equalTo("respond-async"))
                        .withHeader("Content-Type", equalTo("text/csv;charset=UTF-8"))
                        // Its length was unknown when it was sent, so it wasn't collected.
                        .withHeader("Transfer-Encoding", equalTo("chunked"))
                        .withRequestBody(equalTo("sku,quantityChange\nTENT-2,5\n")));
    }

    @Test
    void replacesTheStockByAFileInAnotherEncoding() {
        signIn(staff, 900);
        services.refuse("POST", "/api/products/import", 202, RUNNING);
        browser.get(LIST);

        browser.upload(
                LIST, "sku,quantity\n", "_csrf", browser.csrf(), "key", "k", "charset", "windows-1252", "stock", "replace");

        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/products/import"))
                        .withQueryParam("stock", equalTo("replace"))
                        .withHeader("Content-Type", equalTo("text/csv;charset=windows-1252")));
    }

    @Test
    void refusesAFormWithoutItsToken() {
        signIn(staff, 900);
        browser.get(LIST);

        assertThat(browser.upload(LIST, "sku\n", "key", "k", "charset", "UTF-8").status())
                .isEqualTo(403);
        assertThat(browser.upload(LIST, "sku\n", "_csrf", "forged", "key", "k", "charset", "UTF-8")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(LIST, "key", "k").status()).isEqualTo(400);
        NEIGHBOURS.server().verify(0, postRequestedFor(urlPathEqualTo("/api/products/import")));
    }

    @Test
    void keepsTheKeyOfAFileThatIsRefusedOrNotAnswered() {
        signIn(staff, 900);
        browser.get(LIST);
        services.refuse("POST", "/api/products/import", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"file","message":"The file is in UTF-16."}]}""");
        var refused = send("sku\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("The file is in UTF-16.", "value=\"k-1\"");

        services.refuse("POST", "/api/products/import", 422, "{\"status\":422}");
        assertThat(send("sku\n").html()).contains("already sent another file");
        services.refuse("POST", "/api/products/import", 503, "{\"status\":503}");
        var unanswered = send("sku\n");
        assertThat(unanswered.status()).isEqualTo(503);
        assertThat(unanswered.html()).contains("it is imported once", "value=\"k-1\"");
    }

    @Test
    void refusesAFileThatIsTooLargeWithAPage() {
        signIn(staff, 900);
        browser.get(LIST);
        services.refuse("POST", "/api/products/import", 202, RUNNING);

        var refused = send("x".repeat(1024 * 1024 + 1));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.html()).contains("The file is too large.", "value=\"k-1\"");
    }

    @Test
    void showsAndCancelsAJob() {
        signIn(staff, 900);
        var running = browser.get(LIST + "/5");
        assertThat(running.headers().getFirst("Refresh")).isEqualTo("3");
        assertThat(running.html()).contains("25 % read", "value=\"25\"", "333");

        services.refuse("POST", "/api/products/imports/5/cancel", 409, "{\"status\":409,\"detail\":\"It has ended.\"}");
        assertThat(browser.submit(LIST + "/5/cancel").html()).contains("The import wasn’t cancelled: It has ended.");
        services.have("POST", "/api/products/imports/5/cancel", RUNNING);
        assertThat(browser.submit(LIST + "/5/cancel").html()).contains("The import is cancelled.");

        services.have("GET", "/api/products/imports/5", FINISHED);
        var finished = browser.get(LIST + "/5");
        assertThat(finished.headers().getFirst("Refresh")).isNull();
        assertThat(finished.html()).contains("Finished", "Download the refused lines (4)");
    }

    @Test
    void downloadsRefusedLinesAndTheCatalogue() {
        signIn(staff, 900);
        haveFile("/api/products/imports/5/refusals", "line,sku,reason\n");
        haveFile("/api/products/export", "sku,productTitle\n");

        var refusals = browser.get(LIST + "/5/refusals");
        assertThat(refusals.html()).isEqualTo("line,sku,reason\n");
        assertThat(refusals.headers().getFirst("Content-Disposition")).isEqualTo("attachment; filename=\"file.csv\"");
        assertThat(refusals.headers().getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(browser.get(LIST + "/export?hidden=true").html()).isEqualTo("sku,productTitle\n");

        NEIGHBOURS
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/products/export"))
                        .withHeader("Authorization", equalTo(staff))
                        .withQueryParam("hidden", equalTo("true")));
    }

    @Test
    void doesNotPassOffABrokenDownloadAsComplete() {
        signIn(staff, 900);
        services.refuse("GET", "/api/products/export", 503, "{\"status\":503}");
        assertThat(browser.get(LIST + "/export").status()).isEqualTo(503);
        NEIGHBOURS.override(get(urlPathEqualTo("/api/products/export"))
                .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThatThrownBy(() -> browser.get(LIST + "/export")).hasStackTraceContaining("IOException");
    }

    private Browser.Page send(String file) {
        return browser.upload(LIST, file, "_csrf", browser.csrf(), "key", "k-1", "charset", "UTF-8", "stock", "");
    }

    private static void haveFile(String path, String content) {
        NEIGHBOURS.override(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/csv;charset=UTF-8")
                        .withHeader("Content-Disposition", "attachment; filename=\"file.csv\"")
                        .withBody(content)));
    }
}
