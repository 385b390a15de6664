package ecommerce.proxyclient.desk.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.Browser;
import org.junit.jupiter.api.Test;

class ImportDeskIT extends ImportDeskTest {

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
                LIST,
                "sku,quantityChange\nTENT-2,5\n",
                "_csrf",
                browser.csrf(),
                "key",
                "k-1",
                "charset",
                "UTF-8",
                "stock",
                "");

        assertThat(answer.location()).isEqualTo("/app/desk/imports/5");
        assertThat(browser.get(answer.location()).html()).contains("The file has arrived, and a job imports it.");
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
                LIST,
                "sku,quantity\n",
                "_csrf",
                browser.csrf(),
                "key",
                "k",
                "charset",
                "windows-1252",
                "stock",
                "replace");

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
        assertThat(browser.upload(LIST, "sku\n", "_csrf", browser.csrf(), "key", "k".repeat(1001))
                        .status())
                .as("a form with a field that is too long to be read")
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

        services.refuse("POST", "/api/products/import", 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"header","message":"The column x is unknown."}]}""");
        assertThat(send("x\n").html()).contains("The column x is unknown.", "aria-invalid=\"true\"");

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

    private Browser.Page send(String file) {
        return browser.upload(LIST, file, "_csrf", browser.csrf(), "key", "k-1", "charset", "UTF-8", "stock", "");
    }
}
