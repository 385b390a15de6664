package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests that an import doesn't undo sales, and reports its changes of stock. */
@ProductServiceTest
class ImportedStockIT {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestImports imports;

    private final String sku = unique("S-");
    private final String export =
            "sku,productTitle,categoryPath,priceUnit,quantity\n" + sku + ",Oak stool,Stock > Seats,80.00,10\n";

    @BeforeEach
    void importTenSellFourAndReserveOne() {
        imports = new TestImports(client, jdbc);
        imports.report(export).jsonPath("$.stock.opened").isEqualTo(10);
        orders().post(reserve(4) + "/commit", null).expectStatus().isOk();
        reserve(1);
    }

    @Test
    void comparesAQuantityWithTheStockWithoutChangingIt() {
        imports.report(export)
                .jsonPath("$.unchanged")
                .isEqualTo(1)
                .jsonPath("$.stock.differing")
                .isEqualTo(1)
                .jsonPath("$.stock.productsMoved")
                .isEqualTo(0);
        imports.report("sku,quantity\n%s,5\n".formatted(sku))
                .jsonPath("$.stock.differing")
                .isEqualTo(0);

        assertThat(imports.read("on_hand", sku)).isEqualTo("6");
        assertThat(ledger()).containsExactly(10, -4);
    }

    @ParameterizedTest
    @CsvSource({"+7, 13, 7, 0", "-5, 1, 0, 5", "\u22121, 5, 0, 1"})
    void changesStockByTheDifference(String change, String onHand, int added, int removed) {
        var version = Long.parseLong(imports.read("version", sku));

        imports.report("sku,quantityChange\n%s,%s\n".formatted(sku, change))
                .jsonPath("$.updated")
                .isEqualTo(1)
                .jsonPath("$.stock.added")
                .isEqualTo(added)
                .jsonPath("$.stock.removed")
                .isEqualTo(removed)
                .jsonPath("$.stock.productsMoved")
                .isEqualTo(1);

        assertThat(imports.read("on_hand", sku)).isEqualTo(onHand);
        assertThat(ledger()).containsExactly(10, -4, added - removed);
        assertThat(Long.parseLong(imports.read("version", sku))).isEqualTo(version + 1);
    }

    @Test
    void refusesALineThatWouldRemoveReservedPieces() {
        imports.report("sku,priceUnit,quantityChange\n%s,82,-6\n".formatted(sku))
                .jsonPath("$.refusals[0].reason")
                .isEqualTo("quantityChange is -6, but only 5 pieces can be removed: 6 in stock, 1 reserved");

        assertThat(imports.read("price_unit", sku)).isEqualTo("80.00");
        assertThat(ledger()).containsExactly(10, -4);
    }

    @Test
    void replacesTheStockOnRequest() {
        imports.report(export, "?stock=replace")
                .jsonPath("$.stock.added")
                .isEqualTo(5)
                .jsonPath("$.stock.differing")
                .isEqualTo(0);

        assertThat(imports.read("on_hand", sku)).isEqualTo("11");
        assertThat(ledger()).containsExactly(10, -4, 5);

        imports.report("sku,quantity\n%s,\n".formatted(sku), "?stock=replace")
                .jsonPath("$.unchanged")
                .isEqualTo(1);
        assertThat(imports.read("on_hand", sku)).isEqualTo("11");
    }

    @Test
    void createsAProductWithoutAQuantityWithNoStock() {
        imports.report("sku,productTitle,categoryPath,priceUnit\n%s-2,Ash stool,Stock > Seats,75\n".formatted(sku))
                .jsonPath("$.created")
                .isEqualTo(1);

        assertThat(imports.read("on_hand", sku + "-2")).isEqualTo("0");
    }

    @Test
    void requiresTheOpeningStockInTheColumnQuantity() {
        imports.report("sku,productTitle,categoryPath,priceUnit,quantityChange\n%s-2,Ash stool,Seats,75,3\n"
                        .formatted(sku))
                .jsonPath("$.created")
                .isEqualTo(0)
                .jsonPath("$.refusals[0].reason")
                .value(String.class, reason -> assertThat(reason).contains("column quantity, not in quantityChange"));
    }

    @ParameterizedTest
    @CsvSource({"?stock=replace, 'sku,quantityChange'", "?stock=replace, 'sku,priceUnit'", "?stock=add, 'sku,quantity'"
    })
    void refusesAModeThatDoesNotFitTheColumns(String query, String header) {
        imports.send("%s\n%s,1\n".formatted(header, sku).getBytes(StandardCharsets.UTF_8), TestImports.CSV, query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("stock");
    }

    private List<Integer> ledger() {
        return jdbc.sql("SELECT delta FROM stock_movement WHERE product_id = ? AND delta <> 0 ORDER BY movement_id")
                .param(imports.id(sku))
                .query(Integer.class)
                .list();
    }

    private String reserve(int quantity) {
        var reservation = "/internal/reservations/" + ORDER_ID.incrementAndGet();
        var item = Map.of("productId", imports.id(sku), "quantity", quantity);
        orders().put(reservation, Map.of("items", List.of(item))).expectStatus().isOk();
        return reservation;
    }

    private TestRequests orders() {
        return TestRequests.as(client, TestTokens.service("order-service"));
    }
}
