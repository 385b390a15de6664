package ecommerce.product.product.list;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.defaults.web.PageResponse;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.product.ProductResponse;
import ecommerce.product.search.SearchTextReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches 12,000 products for a word that all have and one that 1,200 have, in a transaction that is rolled back. The
 * 1,200 products are the expensive ones. A category and the one below it have 1,200 other products and 20 of these.
 */
@ProductServiceTest
class FrequentWordIT {

    private static final int PRODUCTS = 12_000;
    private static final long CATEGORY = 60_000_000;
    private static final BigDecimal EXPENSIVE = BigDecimal.valueOf(5_000_000_000L);
    /** A page that no other test's products reach. */
    private static final int BEYOND = 1_000_000;

    private static final String COMMON = "ubiquitousthing";
    private static final String FREQUENT = "frequentthing";

    private static final String CATEGORIES = """
            INSERT INTO category (category_id, category_title, parent_category_id)
            VALUES (60000000, 'Frequent', NULL), (60000001, 'Below', 60000000), (60000002, 'Beside', NULL)
            """;
    private static final String INSERT_PRODUCTS = """
            INSERT INTO product (product_id, product_title, sku, price_unit, category_id)
            SELECT g, 'ubiquitousthing' || CASE WHEN g % 10 = 0 THEN ' frequentthing' ELSE '' END || ' x' || g % 77,
                   'FREQUENT-' || (g - 60000000) * 7919 % 24007, CASE WHEN g % 10 = 0 THEN 5000000000 ELSE 10 END + g % 83,
                   60000000 + CASE WHEN g % 10 = 1 OR g % 600 = 0 THEN g % 2 ELSE 2 END
              FROM generate_series(60000000, 59999999 + {products}) AS g
            """;
    private static final String INSERT_STOCK = """
            INSERT INTO stock (product_id, on_hand) SELECT g, g % 7 FROM generate_series(60000000, 59999999 + {products}) AS g
            """;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductSearch search;

    @Autowired
    SearchTextReader texts;

    @Autowired
    ListConditionReader conditionReader;

    @Autowired
    ListTotals totals;

    @Test
    void readsOnlyTheHitsInTheCategories() {
        inFilledTables(() -> {
            for (var sort : List.of(Sort.unsorted(), Sort.by("productTitle"), Sort.by("quantity"))) {
                var before = readProducts();
                var page = find(FREQUENT, CATEGORY, null, 0, sort);

                assertThat(page.page().totalElements()).as("hits by %s", sort).isEqualTo(20);
                assertThat(readProducts() - before)
                        .as("products read by %s", sort)
                        .isLessThan(400);
            }
        });
    }

    @Test
    void sortsFewAndManyHitsAsAListWithoutASearch() {
        inFilledTables(() -> {
            for (var key : ListKey.byField().keySet()) {
                for (var direction : Sort.Direction.values()) {
                    var sort = Sort.by(direction, key);
                    for (var number : List.of(0, 7, 59)) {
                        assertThat(ids(find(FREQUENT, null, null, number, sort)))
                                .as("page %d of few hits by %s", number, sort)
                                .hasSize(20)
                                .isEqualTo(ids(find(null, null, EXPENSIVE, number, sort)));
                    }
                    assertThat(ids(find(COMMON, CATEGORY + 2, null, 0, sort)))
                            .as("many hits by %s", sort)
                            .hasSize(20)
                            .isEqualTo(ids(find(null, CATEGORY + 2, null, 0, sort)));
                }
            }
        });
    }

    @Test
    void countsPagesBeyondTenThousandProducts() {
        inFilledTables(() -> {
            for (var sort : List.of(Sort.unsorted(), Sort.by("priceUnit"))) {
                for (var q : new @Nullable String[] {null, COMMON}) {
                    var deep = find(q, null, null, 510, sort);
                    assertThat(deep.collection()).hasSize(20);
                    assertThat(deep.page().totalIsEstimate()).isTrue();
                    assertThat(deep.page().totalElements()).isGreaterThan(510 * 20 + 20);

                    var beyond = find(q, null, null, BEYOND, sort);
                    assertThat(beyond.collection()).isEmpty();
                    assertThat(beyond.page().totalElements()).isGreaterThan(10_000);
                }
                for (var number : List.of(60, BEYOND)) {
                    var beyond = find(FREQUENT, null, null, number, sort);
                    assertThat(beyond.collection()).isEmpty();
                    assertThat(beyond.page().totalElements()).isEqualTo(1_200);
                    assertThat(beyond.page().totalIsEstimate()).isNull();
                }
            }
        });
    }

    @Test
    void countsAMuchLargerListAgainOnlyIfItHasShrunk() {
        var again = new ArrayList<ListConditions>();
        inFilledTables(2 * PRODUCTS, () -> {
            assertThat(find(COMMON, null, null, 0, Sort.unsorted()).page().totalIsEstimate())
                    .isTrue();
            assertThat(totals.of(conditions(COMMON, CATEGORY), 100).isEstimate())
                    .isTrue();
            again.add(conditions(COMMON, null));
            again.add(conditions(COMMON, CATEGORY));
        });

        // Here the products are gone.
        transaction.executeWithoutResult(_ -> {
            var nothing = new ListTotals.Total(0, false);
            assertThat(totals.of(again.getFirst(), ListTotals.COUNTED).isEstimate())
                    .isTrue();
            assertThat(totals.of(again.getLast(), 100).isEstimate()).isTrue();
            assertThat(totals.of(again.getLast(), 101)).as("another limit").isEqualTo(nothing);
            assertThat(totals.of(conditions(FREQUENT, null), 100))
                    .as("another list")
                    .isEqualTo(nothing);

            var page = find(COMMON, null, null, 0, Sort.unsorted());

            assertThat(page.collection()).isEmpty();
            assertThat(page.page().totalElements()).isZero();
            assertThat(page.page().totalIsEstimate()).isNull();
            assertThat(totals.of(again.getFirst(), ListTotals.COUNTED)).isEqualTo(nothing);
        });
    }

    private ListConditions conditions(String q, @Nullable Long categoryId) {
        var match = texts.matches(q).findFirst().orElseThrow();
        return conditionReader.read(new ProductFilter(q, categoryId, null, null, null, null), match);
    }

    private PageResponse<ProductResponse> find(
            @Nullable String q, @Nullable Long categoryId, @Nullable BigDecimal minPrice, int page, Sort sort) {
        var filter = new ProductFilter(q, categoryId, minPrice, null, null, null);
        return search.find(filter, PageRequest.of(page, 20, sort), null);
    }

    private static List<Long> ids(PageResponse<ProductResponse> page) {
        return page.collection().stream().map(ProductResponse::productId).toList();
    }

    /** Returns how many rows of product this transaction has read by indexes. */
    private long readProducts() {
        return jdbc.sql("SELECT idx_tup_fetch FROM pg_stat_xact_user_tables"
                        + " WHERE schemaname = current_schema() AND relname = 'product'")
                .query(Long.class)
                .single();
    }

    private void inFilledTables(Runnable test) {
        inFilledTables(PRODUCTS, test);
    }

    private void inFilledTables(int products, Runnable test) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            fill(products);
            test.run();
        });
    }

    private void fill(int products) {
        var statements = Stream.of(CATEGORIES, INSERT_PRODUCTS, INSERT_STOCK)
                .map(sql -> sql.replace("{products}", Integer.toString(products)))
                .toList();
        WholeTableReads.fill(jdbc, statements);
        for (var index : List.of("product_visible_words_idx", "product_visible_parts_idx")) {
            WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('%s')".formatted(index));
        }
    }
}
