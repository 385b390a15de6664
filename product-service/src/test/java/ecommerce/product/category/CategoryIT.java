package ecommerce.product.category;

import static ecommerce.product.TestCatalogue.unique;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class CategoryIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests staff;
    TestRequests anybody;

    @BeforeEach
    void setUp() {
        catalogue = new TestCatalogue(client);
        staff = TestRequests.as(client, TestTokens.admin());
        anybody = TestRequests.anonymous(client);
    }

    @Test
    void returnsACategoryWithItsParentAndItsChildren() {
        var top = catalogue.category(unique("Top "));
        var middle = catalogue.categoryBelow(top, "Middle");
        catalogue.categoryBelow(middle, "Leaf");

        anybody.get("/api/categories/" + middle)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.parentCategory.categoryId")
                .isEqualTo(top)
                .jsonPath("$.subCategories[0].categoryTitle")
                .isEqualTo("Leaf");
        anybody.get("/api/categories?parentId=" + top + "&sort=categoryTitle")
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(1)
                .jsonPath("$.collection[0].categoryId")
                .isEqualTo(middle);
    }

    @Test
    void refusesADuplicateTitleAmongSiblings() {
        var top = catalogue.category(unique("Top "));
        catalogue.categoryBelow(top, "Lamps");

        staff.post("/api/categories", Map.of("categoryTitle", "LAMPS", "parentCategory", Map.of("categoryId", top)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("categoryTitle");
    }

    @Test
    void replacesTheCategoryWhoseIdIsInTheBody() {
        var top = catalogue.category(unique("Top "));
        var title = unique("Renamed ");

        staff.put("/api/categories", Map.of("categoryId", top, "categoryTitle", title))
                .expectStatus()
                .isOk();

        anybody.get("/api/categories/" + top)
                .expectBody()
                .jsonPath("$.categoryTitle")
                .isEqualTo(title);
    }

    @Test
    void refusesACycle() {
        var top = catalogue.category(unique("Top "));
        var below = catalogue.categoryBelow(top, "Below");
        var move = Map.of("parentCategory", Map.of("categoryId", below));

        staff.patch("/api/categories/" + top, move).expectStatus().isEqualTo(409);
        anybody.get("/api/categories/" + top)
                .expectBody()
                .jsonPath("$.parentCategory")
                .doesNotExist();
    }

    @Test
    void refusesAnUnknownParent() {
        staff.post("/api/categories", Map.of("categoryTitle", unique("X"), "parentCategory", Map.of("categoryId", -1)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("parentCategory.categoryId");
    }

    @Test
    void deletesOnlyAnEmptyCategory() {
        var used = catalogue.category(unique("Used "));
        catalogue.product(used, unique("Product "), "1.00", 1);
        var empty = catalogue.category(unique("Empty "));

        staff.delete("/api/categories/" + used).expectStatus().isEqualTo(409);
        staff.delete("/api/categories/" + empty).expectStatus().isNoContent();
        anybody.get("/api/categories/" + empty).expectStatus().isNotFound();
    }

    @Test
    void deletesACategoryWhoseProductsAreAllDeleted() {
        var category = catalogue.category(TestCatalogue.unique("Old "));
        var product = catalogue.product(category, TestCatalogue.unique("Lamp "), "9.99", 1);
        staff.delete("/api/products/" + product).expectStatus().isNoContent();

        staff.delete("/api/categories/" + category).expectStatus().isNoContent();

        staff.get("/api/categories/" + category).expectStatus().isNotFound();
        staff.get("/api/products/" + product + "/stock").expectStatus().isOk();
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var path = "/api/categories/" + catalogue.category(unique("Old "));
        var title = unique("New ");
        var seen = anybody.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        staff.with("If-Match", seen)
                .patch(path, Map.of("categoryTitle", title))
                .expectStatus()
                .isOk();
        staff.with("If-Match", seen)
                .patch(path, Map.of("categoryTitle", "Late"))
                .expectStatus()
                .isEqualTo(412);
        anybody.get(path).expectBody().jsonPath("$.categoryTitle").isEqualTo(title);
    }

    @Test
    void letsOnlyStaffChangeTheTree() {
        var customer = TestRequests.as(client, TestTokens.user(7));

        customer.post("/api/categories", Map.of("categoryTitle", "Mine"))
                .expectStatus()
                .isForbidden();
        anybody.post("/api/categories", Map.of("categoryTitle", "Mine"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void clearsMembersThatAPatchSetsToNull() {
        var parent = catalogue.category(unique("Parent "));
        var path = "/api/categories/" + catalogue.categoryBelow(parent, unique("Child "));
        staff.patch(path, Map.of("imageUrl", "/x.svg")).expectStatus().isOk();

        staff.patch(path, Map.of())
                .expectBody()
                .jsonPath("$.parentCategory.categoryId")
                .isEqualTo((int) parent);
        staff.patch(path, Collections.singletonMap("parentCategory", null))
                .expectStatus()
                .isOk();
        staff.patch(path, Collections.singletonMap("imageUrl", null))
                .expectStatus()
                .isOk();

        anybody.get(path)
                .expectBody()
                .jsonPath("$.parentCategory")
                .doesNotExist()
                .jsonPath("$.imageUrl")
                .doesNotExist();
        staff.patch(path, Collections.singletonMap("categoryTitle", null))
                .expectStatus()
                .isBadRequest();
        anybody.get("/api/categories?parent=1")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("parent");
    }
}
