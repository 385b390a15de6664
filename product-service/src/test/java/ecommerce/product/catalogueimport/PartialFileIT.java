package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests that values which a file doesn't give stay unchanged. */
@ProductServiceTest
class PartialFileIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    TestImports imports;

    private final String sku = unique("P-");

    @BeforeEach
    void importAStool() {
        imports = new TestImports(client, jdbc);
        imports.report("sku,productTitle,categoryPath,priceUnit,quantity,imageUrl\n" + sku
                + ",Oak stool,Part > Seats,80.00,10,/app/images/stool.svg\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sku,priceUnit\n%s,82.00\n",
                "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl\n%s,,,82.00,,\n",
                "sku,productTitle,priceUnit,quantity,quantityChange,imageUrl\n%s,Oak stool,82.00\n",
                "Price Unit ,SKU,,\n82.00,%s,,\n,,,\n"
            })
    void changesOnlyThePrice(String csv) {
        var version = Long.parseLong(imports.read("version", sku));

        imports.report(csv.formatted(sku))
                .jsonPath("$.updated")
                .isEqualTo(1)
                .jsonPath("$.refused")
                .isEqualTo(0)
                .jsonPath("$.stock.productsMoved")
                .isEqualTo(0);

        assertThat(imports.read("price_unit", sku)).isEqualTo("82.00");
        assertThat(imports.read("product_title", sku)).isEqualTo("Oak stool");
        assertThat(imports.read("image_url", sku)).isEqualTo("/app/images/stool.svg");
        assertThat(imports.read("on_hand", sku)).isEqualTo("10");
        assertThat(imports.read(
                        "(SELECT category_title FROM category c WHERE c.category_id = product.category_id)", sku))
                .isEqualTo("Seats");
        assertThat(Long.parseLong(imports.read("version", sku))).isEqualTo(version + 1);
    }

    @Test
    void keepsTheVersionOfAnUnchangedProduct() {
        var version = imports.read("version", sku);

        imports.report("sku,priceUnit\n%s,80\n%s,\n".formatted(sku, sku))
                .jsonPath("$.unchanged")
                .isEqualTo(2);

        assertThat(imports.read("version", sku)).isEqualTo(version);
    }

    @Test
    void namesTheMissingColumnsOfANewProduct() {
        imports.report("sku,productTitle,priceUnit,quantityChange\n%s-A,Ash stool,,\n%s,,81,\n".formatted(sku, sku))
                .jsonPath("$.refusals[0].sku")
                .isEqualTo(sku + "-A")
                .jsonPath("$.refusals[0].reason")
                .isEqualTo("no product has this SKU; a new product needs categoryPath, priceUnit")
                .jsonPath("$.refused")
                .isEqualTo(1)
                .jsonPath("$.updated")
                .isEqualTo(1);
    }

    @Test
    void ignoresTheCaseOfColumnNames() {
        imports.report("sku,imageURL\n%s,/app/images/new.svg\n".formatted(sku))
                .jsonPath("$.updated")
                .isEqualTo(1);

        assertThat(imports.read("image_url", sku)).isEqualTo("/app/images/new.svg");
    }

    @Test
    void refusesAnUnknownColumnByNameAndChangesNothing() {
        var csv = "sku,priceUnit,colour\n%s,82,red\n".formatted(sku).getBytes(StandardCharsets.UTF_8);

        imports.send(csv, TestImports.CSV, "")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains("\"colour\" is unknown"));

        assertThat(imports.read("price_unit", sku)).isEqualTo("80.00");
    }

    @Test
    void readsTheCharsetThatContentTypeDeclares() {
        var latin = MediaType.parseMediaType("text/csv; charset=windows-1252");
        var csv = "sku,productTitle\n%s,Café €\n".formatted(sku).getBytes(Charset.forName("windows-1252"));

        imports.send(csv, latin, "").expectStatus().isOk();

        assertThat(imports.read("product_title", sku)).isEqualTo("Café €");
    }

    @Test
    void refusesAnUnknownCharset() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/products/import".formatted(port)))
                .header("Authorization", TestTokens.admin())
                .header("Content-Type", "text/csv; charset=klingon")
                .POST(HttpRequest.BodyPublishers.ofString("sku,priceUnit\n%s,1".formatted(sku)))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("traceId", "Content-Type");
        }
    }
}
