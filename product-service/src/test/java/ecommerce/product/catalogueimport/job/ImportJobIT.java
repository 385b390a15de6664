package ecommerce.product.catalogueimport.job;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests how files become jobs, and what staff see of them. */
class ImportJobIT extends ImportJobTest {

    /** Blank lines of more than 5 MB, which an import skips. */
    private static final String PADDING = ",\n".repeat(2_700_000);

    @LocalServerPort
    int port;

    private final String sku = unique("J-");
    private final String lines = "%s-1,Lamp,Jobs,1.00,7\n%s-2,Lamp,Jobs,-1,7\n".formatted(sku, sku);

    @Test
    void importsALargeFileByAJob() {
        var file = HEADER + PADDING + lines;
        var location = TestImportJobs.location(imports.send(file, Map.of(), ""));

        imports.finished(location)
                .jsonPath("$.jobId")
                .isEqualTo(TestImportJobs.id(location))
                .jsonPath("$.requestedBy")
                .isEqualTo("admin")
                .jsonPath("$.bytes")
                .isEqualTo(file.length())
                .jsonPath("$.bytesRead")
                .isEqualTo(file.length())
                .jsonPath("$.counts.created")
                .isEqualTo(1)
                .jsonPath("$.counts.refused")
                .isEqualTo(1)
                .jsonPath("$.counts.stock.opened")
                .isEqualTo(7)
                .jsonPath("$.endedAt")
                .exists();
        assertThat(imports.stock(sku)).isEqualTo(7);
        assertThat(imports.abandonedFiles()).isZero();
    }

    @Test
    void decidesByTheSizeOfAFileWhoseLengthIsNotDeclared() throws Exception {
        assertThat(stream(HEADER + lines).statusCode()).isEqualTo(200);
        assertThat(imports.stock(sku)).isEqualTo(7);

        var large = stream(HEADER + PADDING + lines.replace(sku, sku + "L"));
        assertThat(large.statusCode()).isEqualTo(202);
        imports.finished(large.headers().firstValue("Location").orElseThrow())
                .jsonPath("$.counts.created")
                .isEqualTo(1);
    }

    private HttpResponse<String> stream(String csv) throws IOException, InterruptedException {
        var body = csv.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/products/import".formatted(port)))
                .header("Authorization", TestTokens.admin())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void importsASmallFileByAJobIfTheClientPrefersThat() {
        var answer = imports.send(HEADER + lines, Map.of("Prefer", "wait=5, ;, Respond-Async;x"), "");

        answer.expectHeader().valueEquals("Preference-Applied", "respond-async");
        imports.finished(TestImportJobs.location(answer))
                .jsonPath("$.counts.created")
                .isEqualTo(1);
    }

    @Test
    void offersTheRefusedLinesAsCsv() {
        var location = imports.accepted(HEADER + lines + "%s-3,\n=x,Lamp,Jobs,1.00,1\n".formatted(sku));
        imports.finished(location).jsonPath("$.counts.refused").isEqualTo(3);

        imports.staff()
                .get(location + "/refusals")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .value(csv -> assertThat(csv.lines())
                        .hasSize(4)
                        .startsWith(
                                "line,sku,reason",
                                "3,%s-2,\"priceUnit must be a number like 12.50, not negative; found \"\"-1\"\"\""
                                        .formatted(sku))
                        .anyMatch(line -> line.startsWith("4,%s-3,".formatted(sku)) && line.contains("productTitle"))
                        .anyMatch(line -> line.startsWith("5,,")));
    }

    @Test
    void isForStaff() {
        var location = imports.accepted(HEADER + lines);
        for (var path : new String[] {"/api/products/imports", location, location + "/refusals"}) {
            TestRequests.as(client, TestTokens.user(7)).get(path).expectStatus().isForbidden();
            TestRequests.anonymous(client).get(path).expectStatus().isUnauthorized();
        }
        imports.staff().get("/api/products/imports/0").expectStatus().isNotFound();
        imports.staff().get("/api/products/imports/0/refusals").expectStatus().isNotFound();
        imports.staff()
                .post("/api/products/imports/0/cancel", null)
                .expectStatus()
                .isNotFound();
        imports.job("/api/products/imports?size=1")
                .jsonPath("$.collection[0].jobId")
                .isEqualTo(TestImportJobs.id(location));
    }
}
