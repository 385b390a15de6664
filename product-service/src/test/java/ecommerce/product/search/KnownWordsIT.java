package ecommerce.product.search;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.EarlierSchema;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Learns the words of titles and categories, and looks for those that are similar to misspelt ones. */
@ProductServiceTest
class KnownWordsIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Flyway flyway;

    TestCatalogue catalogue;
    long category;

    @BeforeEach
    void createACategory() {
        catalogue = new TestCatalogue(client);
        category = catalogue.category("Trombipulator " + unique("shelf"));
    }

    @Test
    void learnsWordsOfTitlesAndCategoriesOnce() {
        for (var i = 0; i < 2; i++) {
            catalogue.product(category, "Gloopwhistle 200ml", "1.00", 1, unique("SQUORBLE-"));
        }

        assertThat(known("gloopwhistle")).isOne();
        assertThat(known("trombipulator")).isOne();
        assertThat(known("squorble")).as("words of SKUs").isZero();
        assertThat(known("200ml")).as("numbers").isZero();
    }

    @Test
    void learnsChangedTitles() {
        var product = catalogue.product(category, "Plain", "1.00", 1);
        var staff = TestRequests.as(client, TestTokens.admin());
        staff.patch("/api/products/" + product, Map.of("productTitle", "Vlimperdonk"))
                .expectStatus()
                .isOk();
        staff.patch("/api/categories/" + category, Map.of("categoryTitle", unique("Kwastelbrein ")))
                .expectStatus()
                .isOk();

        assertThat(known("vlimperdonk")).isOne();
        assertThat(known("kwastelbrein")).isOne();
    }

    @Test
    void looksForSimilarWordsAndForTheBeginningOfTheLast() {
        catalogue.product(category, "Gloopwhistles", "1.00", 1);

        assertThat(similar("gloopwhstle")).contains("'gloopwhstle':*", "'gloopwhistle'", "'gloopwhistles'");
        assertThat(similar("gloopwhstle gree"))
                .contains("'gloopwhstle'", "'gree':*")
                .doesNotContain("whstle':*");
    }

    @Test
    void learnsTheWordsOfExistingProducts() throws SQLException {
        try (var schema = EarlierSchema.at("15", flyway)) {
            var before = schema.jdbc();
            before.sql("INSERT INTO category (category_id, category_title) VALUES (1, 'Lights')")
                    .update();
            before.sql("INSERT INTO product (product_title, sku, price_unit, category_id) VALUES ('Lamp 3', 'L', 1, 1)")
                    .update();

            schema.migrateToLatest();

            assertThat(before.sql("SELECT word FROM search_word")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("lamp", "light", "lights");
        }
    }

    private int known(String word) {
        return jdbc.sql("SELECT count(*) FROM search_word WHERE word = ?")
                .param(word)
                .query(Integer.class)
                .single();
    }

    private String similar(String words) {
        return jdbc.sql("SELECT search_similar(?)")
                .param(words)
                .query(String.class)
                .single();
    }
}
