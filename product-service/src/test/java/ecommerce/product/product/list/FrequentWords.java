package ecommerce.product.product.list;

import ecommerce.defaults.test.database.WholeTableReads;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Products of which all have one word and a tenth has another, in a transaction that is rolled back. That tenth is
 * expensive. A category and the one below it have another tenth, and one product of 600.
 */
record FrequentWords(JdbcClient jdbc, TransactionTemplate transaction) {

    static final int PRODUCTS = 12_000;
    static final long CATEGORY = 60_000_000;
    static final String COMMON = "ubiquitousthing";
    static final String FREQUENT = "frequentthing";

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

    /** @param products at most 24,000 */
    void inFilledTables(int products, Runnable test) {
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
