package ecommerce.product.search;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class WordsIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    long shelf;

    @BeforeEach
    void createACategory() {
        catalogue = new TestCatalogue(client);
        shelf = catalogue.category(unique("Shelf "));
    }

    @ParameterizedTest
    @CsvSource({"adjustable desk", "organizer", "collection of poems", "knives", "batteries"})
    void findsAWordByEachOfItsBeginnings(String title) {
        product(title);
        var word = title.split(" ")[0];
        for (var length = 1; length <= word.length(); length++) {
            assertThat(titles("list", word.substring(0, length))).contains(title);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Café crème cup, cafe cup",
        "Cafe\u0301 cre\u0300me glass, café glass",
        "Cafe\u0301 cre\u0300me bowl, cafe creme bowl",
        "Müller brush, muller",
        "Müller brush, mueller",
        "Müller brush, MÜLLER",
        "Straßenbürste, strassenburste",
        "Straßenbürste, strassenbuerste",
        "Kaffee\u00admaschine, kaffeemaschine",
        "抹茶茶碗, 茶碗",
        "Zorblax Headphones, zorblax phones",
        "Zorblax Headphones, zorblax headphnes",
        "Skovgren T-Shirt, skovgren tshirt",
        "Plastic T-Shirt, plastic t shirts",
        "Zorblax Wi-Fi router, zorblax wifi",
        "Zorblax 100ml bottle, zorblax 100 ml",
        "Zorblax 50 ml bottle, zorblax 50ml",
        "It, it",
        "The Chef's knife, chefs knives"
    })
    void findsOtherSpellings(String title, String query) {
        product(title);

        assertThat(titles("list", query)).contains(title);
    }

    @Test
    void returnsTheExactTitleAndTheExactSkuFirst() {
        product("Quandrel pencil case");
        product("Quandrel pen holder");
        product("Quandrel pen");
        assertThat(titles("list", "quandrel pen").getFirst()).isEqualTo("Quandrel pen");

        catalogue.product(shelf, "Longer", "1.00", 1, "QX-10");
        catalogue.product(shelf, "Exact", "1.00", 1, "QX-1");
        assertThat(titles("list", "qx-1")).startsWith("Exact", "Longer");
    }

    @Test
    void suggestsProductsForAnUnfinishedWord() {
        product("Marzipan loaf");
        product("Marzipan pig");

        assertThat(titles("suggestions", "marzi")).containsExactlyInAnyOrder("Marzipan loaf", "Marzipan pig");
        assertThat(titles("suggestions", "marzpan l")).contains("Marzipan loaf");
        client.get()
                .uri("/api/products/suggestions?q=m&size=21")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get()
                .uri("/api/products/suggestions?q=m&limit=3")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get()
                .uri("/api/products/suggestions?q=%26")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void product(String title) {
        catalogue.product(shelf, title, "1.00", 1);
    }

    @SuppressWarnings("unchecked") // JSON
    private List<Object> titles(String what, String query) {
        var found = what.equals("list")
                ? client.get()
                        .uri("/api/products?q={q}&categoryId={id}", query, shelf)
                        .exchange()
                : client.get().uri("/api/products/suggestions?q={q}", query).exchange();
        return ((List<Map<String, Object>>) body(found).get("collection"))
                .stream().<Object>map(product -> product.get("productTitle")).toList();
    }
}
