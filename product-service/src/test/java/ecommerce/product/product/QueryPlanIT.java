package ecommerce.product.product;

import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.product.ProductServiceTest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the plans of queries on 10,000 products, in a transaction that is rolled back. */
@ProductServiceTest
class QueryPlanIT {

    private static final long FIRST = 50_000_000;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductSearch search;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            // For some tens of products a hash join of all categories is as cheap as their index.
            jdbc.sql("SET LOCAL enable_hashjoin = off").update();
            reads.requireNone("products of a category", () -> find(null, FIRST + 7, null));
            reads.requireNone("products of a price", () -> find(null, null, BigDecimal.valueOf(500)));
            reads.requireNone("products with a word", () -> find("word77 something77x", null, null));
            reads.requireNone("products with an SKU", () -> find("PLAN-50000007", null, null));
            reads.requireNone("products with a part of a word", () -> find("ord7 hing7x", null, null));
            reads.requireNone("products with a misspelt word", () -> find("garrdenchar", null, null));
            reads.requireNone("products that don't exist", () -> find("xylophonequartz", null, null));
        });
    }

    private void find(@Nullable String q, @Nullable Long categoryId, @Nullable BigDecimal price) {
        search.find(new ProductFilter(q, categoryId, price, price, null, null), PageRequest.of(0, 20));
    }

    private WholeTableReads fill() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        var inserts = List.of(
                "INSERT INTO category (category_id, category_title) SELECT g, 'Plan ' || g",
                "INSERT INTO product (product_id, product_title, sku, price_unit, category_id)"
                        + " SELECT g, 'word' || g % 500 || ' something' || g % 900 || 'x' , 'PLAN-' || g, g % 1000, g",
                "INSERT INTO stock (product_id, on_hand) SELECT g, 1");
        var reads = WholeTableReads.fill(
                jdbc, inserts.stream().map(insert -> insert + series).toList());
        // Merges the pending lists of the indexes, as autovacuum does. They would affect the planner's costs.
        for (var index : List.of("product_search_words_idx", "product_search_parts_idx", "product_search_text_idx")) {
            WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('%s')".formatted(index));
        }
        return reads;
    }
}
