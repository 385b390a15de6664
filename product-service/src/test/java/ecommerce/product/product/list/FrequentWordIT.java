package ecommerce.product.product.list;

import static ecommerce.product.product.list.FrequentWords.CATEGORY;
import static ecommerce.product.product.list.FrequentWords.COMMON;
import static ecommerce.product.product.list.FrequentWords.FREQUENT;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.web.PageResponse;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.product.ProductResponse;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches 12,000 products for a word that all have and one that 1,200 have. A category and the one below it have 1,200
 * other products and 20 of these.
 */
@ProductServiceTest
class FrequentWordIT {

    private static final BigDecimal EXPENSIVE = BigDecimal.valueOf(5_000_000_000L);
    /** A page that no other test's products reach. */
    private static final int BEYOND = 1_000_000;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductSearch search;

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
        new FrequentWords(jdbc, transaction).inFilledTables(FrequentWords.PRODUCTS, test);
    }
}
