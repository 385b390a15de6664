package ecommerce.product.product.list;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.product.EarlierSchema;
import ecommerce.product.ProductServiceTest;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductServiceTest
class StockListMigrationIT {

    /** 2,001 products of two categories, so that there are three batches: every third is hidden, one is deleted. */
    private static final String SHOP = """
            INSERT INTO category (category_id, category_title) VALUES (1, 'Light'), (2, 'Dark');
            INSERT INTO product (product_id, product_title, sku, price_unit, category_id, hidden)
                SELECT n, 'Lamp', 'L' || n, 1, 1 + n % 2, n % 3 = 0 FROM generate_series(1, 2001) AS n;
            INSERT INTO stock (product_id, on_hand) SELECT product_id, 5 FROM product;
            UPDATE product SET deleted_at = now() WHERE product_id = 2001;
            """;

    @Autowired
    Flyway flyway;

    @Test
    void fillsTheStockOfExistingProductsAndOfThePreviousVersion() throws SQLException {
        try (var schema = EarlierSchema.at("14", flyway)) {
            var jdbc = schema.jdbc();
            jdbc.sql(SHOP).update();

            schema.migrateToLatest();
            jdbc.sql("INSERT INTO product (product_id, product_title, sku, price_unit, category_id)"
                            + " VALUES (3000, 'Torch', 'T', 1, 2)")
                    .update();
            jdbc.sql("INSERT INTO stock (product_id, on_hand) VALUES (3000, 1)").update();

            assertThat(count(jdbc, "")).isEqualTo(2002);
            assertThat(count(jdbc, "WHERE s.product_category_id = p.category_id AND s.product_hidden = p.hidden"))
                    .isEqualTo(2001);
            assertThat(jdbc.sql("SELECT product_id FROM stock WHERE product_hidden IS NULL")
                            .query(Long.class)
                            .list())
                    .isEqualTo(List.of(2001L));
        }
    }

    private static long count(JdbcClient jdbc, String condition) {
        return jdbc.sql("SELECT count(*) FROM stock s JOIN product p USING (product_id) " + condition)
                .query(Long.class)
                .single();
    }
}
