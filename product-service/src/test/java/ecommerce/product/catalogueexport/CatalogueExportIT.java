package ecommerce.product.catalogueexport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class CatalogueExportIT {

    private static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl,description\r\n";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestCatalogue catalogue;
    TestRequests staff;
    String top;
    long leaf;
    String sku;

    @BeforeEach
    void createACategory() {
        catalogue = new TestCatalogue(client);
        staff = TestRequests.as(client, TestTokens.admin());
        top = unique("Export ");
        leaf = catalogue.categoryBelow(catalogue.category(top), "Ä > 2\" valves");
        sku = unique("EX-");
    }

    @Test
    void exportsEachProductAsALine() {
        catalogue.product(leaf, "Valve, \"brass\"", "12.50", 7, sku);

        assertThat(export(""))
                .startsWith(HEADER)
                .contains(sku + ",\"Valve, \"\"brass\"\"\",\"" + top
                        + " > Ä >> 2\"\" valves\",12.50,7,/app/images/categories/audio.svg,\r\n");
    }

    @Test
    void protectsTextsThatASpreadsheetWouldRun() {
        catalogue.product(leaf, "=HYPERLINK(1)", "1.00", 1, sku);
        catalogue.product(leaf, "'@quoted", "1.00", 1, sku + "q");
        catalogue.product(leaf, "'t Hooft's chair", "1.00", 1, sku + "t");

        assertThat(export(""))
                .contains(sku + ",'=HYPERLINK(1),")
                .contains(sku + "q,''@quoted,")
                .contains(sku + "t,'t Hooft's chair,");
    }

    @Test
    void canBeImportedAsItIs() {
        catalogue.product(leaf, "=1+1", "2.00", 3, sku + 1);
        catalogue.product(leaf, "Valve, \"brass\"", "2.00", 3, sku + 2);
        catalogue.product(leaf, "''-x", "2.00", 3, sku + 4);
        var lines = HEADER + linesWith(sku);
        var categories = count("SELECT count(*) FROM category");

        imported(lines)
                .jsonPath("$.unchanged")
                .isEqualTo(3)
                .jsonPath("$.refused")
                .isEqualTo(0);

        staff.delete("/api/products/" + id(sku + 4)).expectStatus().isNoContent();
        imported(lines)
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.unchanged")
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT product_title FROM product WHERE product_id = ?")
                        .param(id(sku + 4))
                        .query(String.class)
                        .single())
                .isEqualTo("''-x");
        assertThat(count("SELECT count(*) FROM category")).isEqualTo(categories);
    }

    @Test
    void importsADescriptionAsItWasExported() {
        var path = "/api/products/" + catalogue.product(leaf, "Valve", "2.00", 3, sku);
        var description = "- \"brass\", tight\n" + "\n".repeat(100) + "    = code\u00a0 \n";
        staff.patch(path, Map.of("description", description)).expectStatus().isOk();
        var exported = export("");
        var file = HEADER + exported.substring(exported.indexOf(sku));

        imported(file).jsonPath("$.unchanged").isEqualTo(1);
        staff.patch(path, Map.of("description", "Another")).expectStatus().isOk();
        imported(file).jsonPath("$.updated").isEqualTo(1);

        staff.get(path).expectBody().jsonPath("$.description").isEqualTo(description);
        imported("sku,priceUnit,description\n%s,2.50,\n".formatted(sku))
                .jsonPath("$.updated")
                .isEqualTo(1);
        staff.get(path).expectBody().jsonPath("$.description").isEqualTo(description);
    }

    @Test
    void separatesHiddenProducts() {
        var id = catalogue.product(leaf, "Soon", "1.00", 1, sku);
        staff.patch("/api/products/" + id, Map.of("hidden", true))
                .expectStatus()
                .isOk();

        assertThat(export("")).doesNotContain(sku);
        assertThat(export("?hidden=true")).contains(sku);
    }

    @Test
    void exportsMoreProductsThanItReadsAtATime() {
        var before = export("").lines().count();
        var file = new StringBuilder("sku,productTitle,categoryPath,priceUnit\n");
        for (var number = 0; number < 1_100; number++) {
            file.append("%s-%d,Many,%s,1.00\n".formatted(sku, number, top));
        }
        imported(file.toString()).jsonPath("$.created").isEqualTo(1_100);

        assertThat(export("").lines().count()).isEqualTo(before + 1_100);
    }

    @Test
    void isForStaffAndAudited() {
        TestRequests.anonymous(client)
                .get("/api/products/export")
                .expectStatus()
                .isUnauthorized();
        TestRequests.as(client, TestTokens.user(7))
                .get("/api/products/export")
                .expectStatus()
                .isForbidden();
        var entries = "SELECT count(*) FROM audit_entry WHERE action = 'catalogue.export' AND actor_kind = 'STAFF'";
        var before = count(entries);

        export("");

        assertThat(count(entries)).isEqualTo(before + 1);
    }

    private String export(String query) {
        return Objects.requireNonNull(staff.get("/api/products/export" + query)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String linesWith(String text) {
        return export("").lines().filter(line -> line.contains(text)).collect(Collectors.joining("\r\n"));
    }

    private RestTestClient.BodyContentSpec imported(String csv) {
        return client.post()
                .uri("/api/products/import")
                .header("Authorization", TestTokens.admin())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(csv)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private long id(String wanted) {
        return jdbc.sql("SELECT product_id FROM product WHERE sku = ? AND deleted_at IS NULL")
                .param(wanted)
                .query(Long.class)
                .single();
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
