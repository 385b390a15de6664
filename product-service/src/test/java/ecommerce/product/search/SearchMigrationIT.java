package ecommerce.product.search;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.TestDatabase;
import ecommerce.product.ProductServiceTest;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ProductServiceTest
class SearchMigrationIT {

    private static final String SCHEMA = "before_the_search";

    @Autowired
    Flyway flyway;

    @Test
    void findsProductsFromBeforeTheMigrationAndOfThePreviousVersion() throws SQLException {
        migrateTo("3");
        try (var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection()) {
            connection.setSchema(SCHEMA);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("INSERT INTO category (category_id, category_title) VALUES (1, 'Light')")
                    .update();
            insert(jdbc, "Crème lamp", "OLD");

            migrateTo("latest");
            insert(jdbc, "Müller lamp", "NEW");

            assertThat(found(jdbc, "search_words @@ 'creme'::tsquery")).isEqualTo("OLD");
            assertThat(found(jdbc, "search_words @@ 'mueller'::tsquery")).isEqualTo("NEW");
            assertThat(found(jdbc, "search @@ to_tsquery('english', 'müller')")).isEqualTo("NEW");
        }
    }

    private static void insert(JdbcClient jdbc, String title, String sku) {
        jdbc.sql("INSERT INTO product (product_title, sku, price_unit, category_id) VALUES (?, ?, 1, 1)")
                .params(title, sku)
                .update();
    }

    private static String found(JdbcClient jdbc, String condition) {
        return jdbc.sql("SELECT sku FROM product WHERE " + condition)
                .query(String.class)
                .single();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(TestDatabase.administrator(TestDatabase.NAME))
                .createSchemas(true)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .target(version)
                .load()
                .migrate();
    }
}
