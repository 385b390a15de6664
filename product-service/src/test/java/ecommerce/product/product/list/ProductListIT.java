package ecommerce.product.product.list;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Reads lists of some products page by page, by number and after a cursor. */
@ProductServiceTest
class ProductListIT {

    @Autowired
    RestTestClient client;

    TestRequests anybody;
    String word;
    long top;

    @BeforeEach
    void createProducts() {
        var catalogue = new TestCatalogue(client);
        anybody = TestRequests.anonymous(client);
        word = unique("cursor");
        top = catalogue.category(unique("Cursors "));
        var below = List.of(top, catalogue.categoryBelow(top, "One"), catalogue.categoryBelow(top, "Two"));
        for (var i = 0; i < 8; i++) {
            // Equal titles, prices and quantities, some of them on different pages.
            var title = "%s %s thing"
                    .formatted(word, List.of("Äpple", "apple", "Zebra").get(i % 3));
            catalogue.product(below.get(i % 3), title, i % 4 + ".50", i % 3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&sort=productId,desc",
                "&sort=productTitle",
                "&sort=productTitle,desc",
                "&sort=sku,desc",
                "&sort=priceUnit",
                "&sort=priceUnit,desc",
                "&sort=quantity",
                "&sort=quantity,desc&sort=priceUnit,asc&sort=quantity,asc",
                "&sort=priceUnit,desc&sort=productTitle,asc",
                "&sort=createdAt",
                "&sort=createdAt,desc",
                "&sort=priceUnit&minPrice=0.51&maxPrice=3",
                "&sort=priceUnit&inStock=true",
                "&inStock=false",
                "&inStock=false&sort=productId,desc",
                "&inStock=false&sort=productTitle",
                "&inStock=true&sort=quantity,desc",
                "&inStock=true&sort=productTitle,desc",
                "&sort=quantity&minPrice=0.51"
            })
    void leadsThroughEachOrderAsPageNumbersDo(String query) {
        var list = "/api/products?size=3&categoryId=" + top + query;
        var byNumber = new ArrayList<Object>();
        for (var page = 0; page < 3; page++) {
            byNumber.addAll(ids(body(anybody.get(list + "&page=" + page))));
        }

        assertThat(byCursor(list)).isEqualTo(byNumber).doesNotHaveDuplicates().hasSizeBetween(3, 8);
    }

    @Test
    void leadsThroughSortedHitsOfASearch() {
        assertThat(byCursor("/api/products?size=3&sort=priceUnit&categoryId=%d&q=%s".formatted(top, word)))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void ranksHitsWithoutACursor() {
        var page = page(body(anybody.get("/api/products?size=3&categoryId=%d&q=%s".formatted(top, word))));

        assertThat(page).containsEntry("totalElements", 8).doesNotContainKeys("next", "totalIsEstimate");
    }

    @Test
    void numbersPagesAfterACursor() {
        var list = "/api/products?size=3&sort=priceUnit&categoryId=" + top;
        var second = page(body(anybody.get(list + "&after=" + next(list))));

        assertThat(second).containsEntry("number", 1).containsEntry("totalElements", 8);
        assertThat(second).containsEntry("totalPages", 3);
    }

    @Test
    void goesOnAfterAProductThatIsGone() {
        var list = "/api/products?size=3&sort=priceUnit&categoryId=" + top;
        var first = body(anybody.get(list));
        TestRequests.as(client, TestTokens.admin())
                .delete("/api/products/" + ids(first).getLast())
                .expectStatus()
                .isNoContent();

        var second = body(anybody.get(list + "&after=" + page(first).get("next")));

        assertThat(ids(second)).hasSize(3).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void refusesForeignAndForgedCursors() {
        var list = "/api/products?size=3&categoryId=" + top;
        var next = next(list);

        for (var wrong : List.of(
                list + "&after=x",
                list + "&after=%20",
                list + "&after=",
                list + "&after=" + next.substring(1),
                list + "&after=" + next.substring(0, next.length() - 2),
                list + "&after=A" + next.substring(1).replace(next.charAt(9), next.charAt(9) == 'b' ? 'c' : 'b'),
                list + "&sort=priceUnit&after=" + next,
                list + "&inStock=true&after=" + next,
                "/api/products?after=" + next,
                list + "&page=1&after=" + next)) {
            anybody.get(wrong)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("after");
        }
    }

    @Test
    void pointsToCursorsBeyondTheDeepestPage() {
        anybody.get("/api/products?page=100000")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat((String) message).contains("after"));
    }

    /** Written out, the price has 2 GB. */
    @ParameterizedTest
    @ValueSource(strings = {"minPrice=1e2147483647", "maxPrice=1e1000000000", "minPrice=1e-2147483647"})
    void refusesAPriceThatNoProductCanHave(String condition) {
        anybody.get("/api/products?" + condition).expectStatus().isBadRequest();
    }

    private List<Object> byCursor(String list) {
        var all = new ArrayList<Object>();
        var page = body(anybody.get(list));
        all.addAll(ids(page));
        for (var next = page(page).get("next");
                next != null && all.size() < 100;
                next = page(page).get("next")) {
            page = body(anybody.get(list + "&after=" + next));
            all.addAll(ids(page));
        }
        return all;
    }

    private String next(String list) {
        return Objects.requireNonNull((String) page(body(anybody.get(list))).get("next"));
    }

    @SuppressWarnings("unchecked") // JSON
    private static Map<String, @Nullable Object> page(Map<?, ?> body) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(body.get("page"));
    }

    @SuppressWarnings("unchecked") // JSON
    private static List<Object> ids(Map<?, ?> body) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(body.get("collection")))
                .stream().<Object>map(product -> product.get("productId")).toList();
    }
}
