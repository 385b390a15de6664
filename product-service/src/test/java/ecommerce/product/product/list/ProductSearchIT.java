package ecommerce.product.product.list;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class ProductSearchIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests anybody;
    String word;
    long top;
    long leaf;

    @BeforeEach
    void createProducts() {
        catalogue = new TestCatalogue(client);
        anybody = TestRequests.anonymous(client);
        // A random word isn't similar to those of other tests.
        word = "zq" + UUID.randomUUID().toString().replace("-", "");
        top = catalogue.category(unique("Sound "));
        leaf = catalogue.categoryBelow(top, "Loudspeakers");
        catalogue.product(top, word + " Headphones, blue", "30.00", 3);
        catalogue.product(leaf, word + " Tower", "20.00", 0);
        catalogue.product(leaf, word + " Bookshelf pair", "10.00", 7);
    }

    @Test
    void findsStemmedAndUnfinishedWordsOfTheTitle() {
        assertThat(titles("q=" + word + "%20headphone")).containsExactly(word + " Headphones, blue");
        assertThat(titles("q=" + word + "%20tow")).containsExactly(word + " Tower");
        assertThat(titles("q=" + word + "%20violin")).isEmpty();
    }

    @Test
    void findsTheCurrentTitleOfTheCategory() {
        assertThat(titles("q=" + word + "%20loudspeaker")).hasSize(2);

        TestRequests.as(client, TestTokens.admin())
                .patch("/api/categories/" + leaf, Map.of("categoryTitle", "Monitors"))
                .expectStatus()
                .isOk();

        assertThat(titles("q=" + word + "%20loudspeaker")).isEmpty();
        assertThat(titles("q=" + word + "%20monitors")).hasSize(2);
    }

    @Test
    void findsAnSkuFirst() {
        var request = TestCatalogue.request(top, "By number", "1.00", 1);
        TestRequests.as(client, TestTokens.admin())
                .post("/api/products", request)
                .expectStatus()
                .isCreated();

        assertThat(titles("q=" + ((String) request.get("sku")).toLowerCase())).startsWith("By number");
    }

    @Test
    void ignoresPunctuation() {
        assertThat(titles("q=" + word + "%20%26%20%7C%20!%20'%20%3A*%20(%20%5C"))
                .hasSize(3);
        assertThat(titles("q=%26%26&categoryId=" + top)).hasSize(3);
        for (var odd : List.of("%F0%9F%98%80", "%E2%80%93", "%C2%AB:*", "%EF%BF%BD")) {
            anybody.get("/api/products?q=" + odd).expectStatus().isOk();
        }
    }

    @Test
    void filtersBySubtreePriceRangeAndStock() {
        assertThat(titles("categoryId=" + top)).hasSize(3);
        assertThat(titles("categoryId=" + leaf)).hasSize(2);
        assertThat(titles("categoryId=" + leaf + "&inStock=true")).containsExactly(word + " Bookshelf pair");
        assertThat(titles("categoryId=" + top + "&minPrice=15&maxPrice=20.00")).containsExactly(word + " Tower");
    }

    @Test
    void sortsByPriceTitleAndNewest() {
        assertThat(prices("categoryId=" + top + "&sort=priceUnit,desc")).containsExactly(30.0, 20.0, 10.0);
        assertThat(titles("categoryId=" + top + "&sort=productTitle").getFirst())
                .isEqualTo(word + " Bookshelf pair");
        assertThat(titles("categoryId=" + top + "&sort=createdAt,desc").getFirst())
                .isEqualTo(word + " Bookshelf pair");
    }

    @Test
    void sortsEqualProductsTheSameOnEveryPage() {
        var shelf = catalogue.category(unique("Equal "));
        for (var i = 0; i < 7; i++) {
            catalogue.product(shelf, "Same", "5.00", 1);
        }

        var ids = Stream.of(0, 1, 2)
                .flatMap(page -> list("categoryId=" + shelf + "&sort=priceUnit&size=3&page=" + page).stream())
                .map(product -> product.get("productId"))
                .toList();

        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void limitsTheSizeOfAPage() {
        anybody.get("/api/products?size=100000")
                .expectBody()
                .jsonPath("$.page.size")
                .isEqualTo(100);
    }

    private List<Object> titles(String query) {
        return list(query).stream()
                .<Object>map(product -> product.get("productTitle"))
                .toList();
    }

    private List<Object> prices(String query) {
        return list(query).stream()
                .<Object>map(product -> product.get("priceUnit"))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON
    private List<Map<String, Object>> list(String query) {
        return (List<Map<String, Object>>)
                body(anybody.get("/api/products?" + query)).get("collection");
    }
}
