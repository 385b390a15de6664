package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class CatalogueImportIT {

    private static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity,imageUrl\n";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    private final String prefix = unique("I").toUpperCase();

    @Test
    void createsUpdatesAndLeavesAloneBySku() {
        report(HEADER + line("1", "Lamp", "10.00", 3) + line("2", "Desk", "99.5", 1))
                .jsonPath("$.created")
                .isEqualTo(2)
                .jsonPath("$.refused")
                .isEqualTo(0);

        report(HEADER + line("1", "Lamp", "10.00", 3) + line("2", "Desk", "89.00", 1) + line("3", "Chair", "5", 1))
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.updated")
                .isEqualTo(1)
                .jsonPath("$.unchanged")
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT price_unit FROM product WHERE sku = ?")
                        .param(prefix + "-2")
                        .query(String.class)
                        .single())
                .isEqualTo("89.00");
    }

    @Test
    void refusesBadLinesByNumberAndKeepsTheGoodOnes() {
        report(HEADER
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
                .isEqualTo("priceUnit must be a number like 12.50, not negative");
    }

    @Test
    void takesALaterLineOfAProductForAChangeOfIt() {
        report(HEADER + line("1", "First", "1.00", 1) + line("1", "Second", "2.00", 5))
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.updated")
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT product_title FROM product WHERE sku = ?")
                        .param(prefix + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo("Second");
    }

    @Test
    void readsColumnsInAnyOrderBehindAByteOrderMark() {
        report("\uFEFFquantity,sku,priceUnit,categoryPath,productTitle\n4," + prefix + "-1,2.50,Home,Café “Noir”\n")
                .jsonPath("$.created")
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT product_title FROM product WHERE sku = ?")
                        .param(prefix + "-1")
                        .query(String.class)
                        .single())
                .isEqualTo("Café “Noir”");
    }

    @Test
    void refusesLinesThatAreNotUtf8() {
        var csv = (HEADER + line("1", "Caf\u00e9", "1.00", 1)).getBytes(StandardCharsets.ISO_8859_1);

        send(csv, MediaType.parseMediaType("text/csv"))
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo(1)
                .jsonPath("$.created")
                .isEqualTo(0);
    }

    @Test
    void refusesAFileWithoutItsHeaderAndOneThatIsNoCsv() {
        send("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType("text/csv"))
                .expectStatus()
                .isBadRequest();
        send(new byte[0], MediaType.parseMediaType("text/csv")).expectStatus().isBadRequest();
        send("{}".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON).expectStatus().isEqualTo(415);
    }

    @Test
    void letsStaffAloneImport() {
        client.post()
                .uri("/api/products/import")
                .header("Authorization", TestTokens.user(7))
                .contentType(MediaType.parseMediaType("text/csv"))
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

        report(csv).jsonPath("$.created").isEqualTo(50_000);
        assertThat(jdbc.sql("SELECT count(*) FROM product p JOIN stock USING (product_id) WHERE sku LIKE ?")
                        .param(prefix + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50_000);
    }

    private String line(String number, String title, String price, int quantity) {
        return "%s-%s,%s,Home > Shelf %s,%s,%d,\n".formatted(prefix, number, title, number.length(), price, quantity);
    }

    private BodyContentSpec report(String csv) {
        return send(csv.getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType("text/csv"))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private ResponseSpec send(byte[] body, MediaType type) {
        return client.post()
                .uri("/api/products/import")
                .header("Authorization", TestTokens.admin())
                .contentType(type)
                .body(body)
                .exchange();
    }
}
