package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class CatalogueImportIT {

    private static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl\n";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestImports imports;

    private final String prefix = unique("I").toUpperCase();

    @BeforeEach
    void setUp() {
        imports = new TestImports(client, jdbc);
    }

    @Test
    void createsUpdatesOrSkipsProductsBySku() {
        imports.report(HEADER + line("1", "Lamp", "10.00", 3) + line("2", "Desk", "99.5", 1))
                .jsonPath("$.created")
                .isEqualTo(2)
                .jsonPath("$.refused")
                .isEqualTo(0);

        imports.report(HEADER
                        + line("1", "Lamp", "10.00", 3)
                        + line("2", "Desk", "89.00", 1)
                        + line("3", "Chair", "5", 1))
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.updated")
                .isEqualTo(1)
                .jsonPath("$.unchanged")
                .isEqualTo(1);
        assertThat(imports.read("price_unit", prefix + "-2")).isEqualTo("89.00");
    }

    @Test
    void createsAProductWithADescriptionAndRefusesALongOne() {
        imports.report("description," + HEADER
                        + "\"# Lamp\n\n" + "line\n".repeat(1_000) + "\"," + line("1", "Lamp", "10.00", 3)
                        + "x".repeat(10_001) + "," + line("2", "Desk", "99.5", 1)
                        + "," + line("3", "Chair", "5", 1))
                .jsonPath("$.created")
                .isEqualTo(2)
                .jsonPath("$.refusals[0].reason")
                .value(
                        String.class,
                        reason -> assertThat(reason).startsWith("description must have no more than 10000 characters"));

        assertThat(imports.read("description", prefix + "-1"))
                .startsWith("# Lamp\n\nline\n")
                .endsWith("line\n");
        assertThat(imports.read("coalesce(description, 'none')", prefix + "-3")).isEqualTo("none");
    }

    @Test
    void refusesBadLinesByNumberAndKeepsTheGoodOnes() {
        imports.report(HEADER
                        + line("1", "Good", "1.00", 1)
                        + line("2", "Dear", "-1", 1)
                        + line("3", "Many", "1.00", 1).replace(",1,", ",some,")
                        + ",No number,Home,1.00,1,\n"
                        + "%s-5,Short\n".formatted(prefix)
                        + "%s-6,\"Two\nlines\",Home > Lamps,1.00,1,\n".formatted(prefix)
                        + "%s-7,\"Bad\" quote,Home,1.00,1,\n".formatted(prefix)
                        + line("8", "After", "1.00", 1)
                        + "%s-9,\"Never closed,Home,1.00,1,\n".formatted(prefix)
                        + line("10", "Last", "1.00", 1))
                .jsonPath("$.created")
                .isEqualTo(4)
                .jsonPath("$.refusals[*].line")
                .value(Object.class, lines -> assertThat(lines.toString()).isEqualTo("[3, 4, 5, 6, 9, 11]"))
                .jsonPath("$.refusals[0].sku")
                .isEqualTo(prefix + "-2")
                .jsonPath("$.refusals[0].reason")
                .isEqualTo("priceUnit must be a number like 12.50, not negative; found \"-1\"");
    }

    @Test
    void updatesAProductFromALaterLine() {
        imports.report(HEADER + line("1", "First", "1.00", 1) + line("1", "Second", "2.00", 5))
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.updated")
                .isEqualTo(1);
        assertThat(imports.read("product_title", prefix + "-1")).isEqualTo("Second");
    }

    @Test
    void readsColumnsInAnyOrderAfterAByteOrderMark() {
        imports.report("\uFEFFquantity,sku,priceUnit,categoryPath,productTitle\n4," + prefix
                        + "-1,2.50,Home,Café “Noir”\n")
                .jsonPath("$.created")
                .isEqualTo(1);
        assertThat(imports.read("product_title", prefix + "-1")).isEqualTo("Café “Noir”");
    }

    @Test
    void refusesLinesThatAreNotUtf8() {
        var csv = (HEADER + line("1", "Caf\u00e9", "1.00", 1)).getBytes(StandardCharsets.ISO_8859_1);

        imports.send(csv, TestImports.CSV, "")
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo(1)
                .jsonPath("$.created")
                .isEqualTo(0);
    }

    @Test
    void refusesAFileWithoutAHeaderOrInAnotherFormat() {
        imports.send("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), TestImports.CSV, "")
                .expectStatus()
                .isBadRequest();
        imports.send(new byte[0], TestImports.CSV, "").expectStatus().isBadRequest();
        imports.send("{}".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, "")
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void letsOnlyStaffImport() {
        client.post()
                .uri("/api/products/import")
                .header("Authorization", TestTokens.user(7))
                .contentType(TestImports.CSV)
                .body(HEADER)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void importsFiftyThousandLines() {
        var csv = HEADER
                + IntStream.range(0, 50_000)
                        .mapToObj(i -> line(Integer.toString(i), "Thing number " + i, i % 900 + ".49", i % 50))
                        .collect(Collectors.joining());

        imports.report(csv).jsonPath("$.created").isEqualTo(50_000);
        assertThat(jdbc.sql("SELECT count(*) FROM product p JOIN stock USING (product_id) WHERE sku LIKE ?")
                        .param(prefix + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50_000);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry"
                                + " WHERE action = 'product.create' AND details ->> 'sku' LIKE ?")
                        .param(prefix + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50_000);
    }

    private String line(String number, String title, String price, int quantity) {
        return "%s-%s,%s,Home > Shelf %s,%s,%d,\n".formatted(prefix, number, title, number.length(), price, quantity);
    }
}
