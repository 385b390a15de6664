package ecommerce.proxyclient.desk.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.Test;

class ImportJobDeskIT extends ImportDeskTest {

    @Test
    void showsAndCancelsAJob() {
        signIn(staff, 900);
        var running = browser.get(LIST + "/5");
        assertThat(running.headers().getFirst("Refresh")).isEqualTo("3");
        assertThat(running.html()).contains("25 % read", "value=\"25\"", "333", "href=\"/app/desk/imports/5/cancel\"");
        var confirmation = browser.get(LIST + "/5/cancel");
        assertThat(confirmation.headers().getFirst("Refresh")).isNull();
        assertThat(confirmation.html()).contains("Import 5: 25 % read", "action=\"/app/desk/imports/5/cancel\"");

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

        assertThatThrownBy(() -> browser.get(LIST + "/export")).hasMessageContaining("Failed to get response content");
    }

    private static void haveFile(String path, String content) {
        NEIGHBOURS.override(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/csv;charset=UTF-8")
                        .withHeader("Content-Disposition", "attachment; filename=\"file.csv\"")
                        .withBody(content)));
    }
}
