package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class RelatedProductIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests staff;
    TestRequests anybody;
    long parent;
    long category;

    @BeforeEach
    void createACategory() {
        catalogue = new TestCatalogue(client);
        staff = TestRequests.as(client, TestTokens.admin());
        anybody = TestRequests.anonymous(client);
        parent = catalogue.category(unique("Parent "));
        category = catalogue.categoryBelow(parent, unique("Category "));
    }

    @Test
    void listsWhatTheCategoryHasInStockBeginningWithTheNextProduct() {
        var first = product(category, 1);
        var product = product(category, 1);
        product(category, 0);
        hide(product(category, 1));
        staff.delete("/api/products/" + product(category, 1)).expectStatus().isNoContent();
        var last = product(category, 1);

        assertThat(related(product, "")).containsExactly(last, first);
        assertThat(related(product, "?size=1")).containsExactly(last);
        assertThat(related(last, "")).containsExactly(first, product);
    }

    @Test
    void goesOnWithTheCategoriesBelowAndBeside() {
        var beside = product(catalogue.categoryBelow(parent, unique("Beside ")), 1);
        var below = product(catalogue.categoryBelow(category, unique("Below ")), 1);
        var product = product(category, 1);
        var same = product(category, 1);
        product(catalogue.category(unique("Elsewhere ")), 1);

        assertThat(related(product, "")).containsExactly(same, below, beside);
        assertThat(related(product, "?size=2")).containsExactly(same, below);
    }

    @Test
    void hidesTheRelatedProductsOfAHiddenOrDeletedProduct() {
        var product = product(category, 1);
        var other = product(category, 1);
        hide(product);

        anybody.get(path(product)).expectStatus().isNotFound();
        assertThat(ids(body(staff.get(path(product))))).containsExactly(other);
        staff.delete("/api/products/" + product).expectStatus().isNoContent();
        staff.get(path(product)).expectStatus().isNotFound();
    }

    @Test
    void refusesOtherSizesAndParameters() {
        var path = path(product(category, 1));

        for (var query : List.of("?size=0", "?size=21", "?size=x", "?limit=3")) {
            anybody.get(path + query).expectStatus().isBadRequest();
        }
        anybody.get("/api/products/999999999/related-products").expectStatus().isNotFound();
    }

    private long product(long categoryId, int quantity) {
        return catalogue.product(categoryId, unique("Product "), "9.99", quantity);
    }

    private void hide(long productId) {
        staff.patch("/api/products/" + productId, Map.of("hidden", true))
                .expectStatus()
                .isOk();
    }

    private List<Long> related(long productId, String query) {
        return ids(body(anybody.get(path(productId) + query)));
    }

    private static List<Long> ids(Map<?, ?> list) {
        return ((List<?>) list.get("collection"))
                .stream().map(entry -> number((Map<?, ?>) entry, "productId")).toList();
    }

    private static String path(long productId) {
        return "/api/products/%d/related-products".formatted(productId);
    }
}
