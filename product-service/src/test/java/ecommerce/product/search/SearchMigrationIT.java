package ecommerce.product.search;

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
class SearchMigrationIT {

    private static final List<String> TITLES = List.of(
            "Lamp",
            "Knives, batteries; boxes (classes) glass us s",
            "The Chef's `best` T-Shirt  with two  blanks ",
            " Wi-Fi\trouter\n100ml 2.5\" 60 × 40 cm 3s 4s",
            "Café crème, Cafe\u0301 THÉ & Straßenbürste",
            "抹茶茶碗 Kaffee\u00admaschine Łódź no\u00a0break",
            "a_b ~c^ #1 @x $5 50% [y] {z} <q> a:1 b|c \\back",
            "100 % cotton, + - / ! ? = *");

    @Autowired
    Flyway flyway;

    @Test
    void findsProductsFromBeforeTheMigrationAndOfThePreviousVersion() throws SQLException {
        try (var schema = EarlierSchema.at("3", flyway)) {
            var jdbc = schema.jdbc();
            jdbc.sql("INSERT INTO category (category_id, category_title) VALUES (1, 'Light')")
                    .update();
            insert(jdbc, "Crème lamp", "OLD");

            schema.migrateToLatest();
            insert(jdbc, "Müller lamp", "NEW");

            assertThat(found(jdbc, "search_words @@ 'creme'::tsquery")).isEqualTo("OLD");
            assertThat(found(jdbc, "search_words @@ 'mueller'::tsquery")).isEqualTo("NEW");
            assertThat(found(jdbc, "search_parts @@ 'ight & mueller'::tsquery")).isEqualTo("NEW");
            assertThat(found(jdbc, "search = ''"))
                    .as("without the unused words of the first version")
                    .isEqualTo("NEW");
        }
    }

    /** The words must stay the same, because a migration that computes them faster doesn't compute them again. */
    @Test
    void keepsTheWordsOfTheVersionBefore() throws SQLException {
        try (var schema = EarlierSchema.at("7", flyway)) {
            var jdbc = schema.jdbc();
            jdbc.sql("INSERT INTO category (category_id, category_title) VALUES (2, 'Bücher, 2nd-hand & boxes')")
                    .update();
            for (var number = 0; number < TITLES.size(); number++) {
                jdbc.sql("INSERT INTO product (product_title, sku, price_unit, category_id) VALUES (?, ?, 1, 2)")
                        .params(TITLES.get(number), "ŁX-10ab/" + number)
                        .update();
            }
            var before = words(jdbc);

            schema.migrateToLatest();
            jdbc.sql("UPDATE product SET category_id = category_id, search_words = ''")
                    .update();
            assertThat(words(jdbc)).isEqualTo(before);
        }
    }

    private static List<String> words(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT concat_ws(' | ', search_words, search_parts, search_text, search_title, search_sku)
                          FROM product ORDER BY product_id
                        """).query(String.class).list();
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
}
