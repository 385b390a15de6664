package ecommerce.product.product.list;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.product.ProductServiceTest;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the plans of queries on 10,500 products, in a transaction that is rolled back. */
@ProductServiceTest
class QueryPlanIT {

    private static final long FIRST = 50_000_000;
    private static final int PRODUCTS = 10_500;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductSearch search;

    @Autowired
    RelatedProducts related;

    @Test
    void readsNoWholeTable() {
        inFilledTables(reads -> {
            reads.requireNone("products with a word", () -> find("word77 something77x", null, null));
            reads.requireNone("products with an SKU", () -> find("PLAN-50000007", null, null));
            reads.requireNone("products with a part of a word", () -> find("ord7 hing7x", null, null));
            reads.requireNone("products with a misspelt word", () -> find("garrdenchar", null, null));
            reads.requireNone("products that don't exist", () -> find("xylophonequartz", null, null));
            reads.requireNone("products of a price", () -> find(null, null, BigDecimal.valueOf(500)));
            reads.requireNone(
                    "related products",
                    () -> assertThat(related.find(FIRST + 3, 8, false)).hasSize(8));
            for (var key : ListKey.byField().keySet()) {
                for (var direction : Sort.Direction.values()) {
                    var sort = Sort.by(direction, key);
                    reads.requireNone("all products by " + sort, () -> findTwoPages(null, sort));
                    reads.requireNone("products of a category by " + sort, () -> findTwoPages(FIRST + 7, sort));
                    reads.requireNone("products of a subtree by " + sort, () -> findTwoPages(FIRST, sort));
                    reads.requireNone("sold out products by " + sort, () -> findSoldOut(sort));
                }
            }
        });
    }

    @Test
    void estimatesATotalAboveTenThousand() {
        inFilledTables(reads -> {
            var all = search.find(filter(null, null, null), PageRequest.of(0, 20), null)
                    .page();
            assertThat(all.totalIsEstimate()).isTrue();
            assertThat(all.totalElements()).isGreaterThan(10_000);

            var some = search.find(filter("word77", null, null), PageRequest.of(0, 20), null)
                    .page();
            assertThat(some.totalIsEstimate()).isNull();
            assertThat(some.totalElements()).isBetween(PRODUCTS / 500L, 10_000L);
        });
    }

    @Test
    void listsTheHitsThatItDoesNotRank() {
        inFilledTables(reads -> {
            var found = new HashSet<Long>();
            for (var page = 0; page < 15; page++) {
                search.find(filter("some", null, null), PageRequest.of(page, 100), null)
                        .collection()
                        .forEach(product -> found.add(product.productId()));
            }
            assertThat(found).hasSize(1_500);
        });
    }

    private void inFilledTables(Consumer<WholeTableReads> test) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            // For some tens of products a hash join of all categories is as cheap as their index.
            jdbc.sql("SET LOCAL enable_hashjoin = off").update();
            test.accept(reads);
        });
    }

    private void find(@Nullable String q, @Nullable Long categoryId, @Nullable BigDecimal price) {
        search.find(filter(q, categoryId, price), PageRequest.of(0, 20), null);
    }

    private void findTwoPages(@Nullable Long categoryId, Sort sort) {
        var filter = filter(null, categoryId, null);
        var first = search.find(filter, PageRequest.of(0, 2, sort), null);
        search.find(filter, PageRequest.of(0, 2, sort), first.page().next());
    }

    private void findSoldOut(Sort sort) {
        search.find(new ProductFilter(null, null, null, null, false, null), PageRequest.of(0, 20, sort), null);
    }

    private static ProductFilter filter(@Nullable String q, @Nullable Long categoryId, @Nullable BigDecimal price) {
        return new ProductFilter(q, categoryId, price, price, null, null);
    }

    private WholeTableReads fill() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + PRODUCTS - 1);
        var inserts = List.of(
                "INSERT INTO category (category_id, category_title, parent_category_id)"
                        + " SELECT g, 'Plan ' || g, CASE WHEN g %% 1000 BETWEEN 1 AND 5 THEN %d END".formatted(FIRST),
                "INSERT INTO product (product_id, product_title, sku, price_unit, category_id)"
                        + " SELECT g, 'word' || g % 500 || ' something' || g % 900 || 'x' , 'PLAN-' || g, g % 1000, g",
                "INSERT INTO stock (product_id, on_hand) SELECT g, least(1, g % 100)");
        var reads = WholeTableReads.fill(
                jdbc, inserts.stream().map(insert -> insert + series).toList());
        // Merges the pending lists of the indexes, as autovacuum does. They would affect the planner's costs.
        for (var index :
                List.of("product_visible_words_idx", "product_visible_parts_idx", "product_visible_text_idx")) {
            WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('%s')".formatted(index));
        }
        return reads;
    }
}
