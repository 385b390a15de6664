package ecommerce.product.product;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests that an entity tag changes with every part of the representation, including parts from other tables. */
@ProductServiceTest
class CatalogueValidatorsIT {

    @Autowired
    RestTestClient client;

    TestCatalogue catalogue;
    TestRequests staff;
    long parent;
    String category;
    String product;

    @BeforeEach
    void createAProductAndItsCategories() {
        staff = TestRequests.as(client, TestTokens.admin());
        catalogue = new TestCatalogue(client);
        parent = catalogue.category(unique("Parent "));
        var categoryId = catalogue.categoryBelow(parent, unique("Category "));
        category = "/api/categories/" + categoryId;
        product = "/api/products/" + catalogue.product(categoryId, "Lamp", "1.00", 1);
    }

    /** What staff see isn't for a shared cache. */
    @Test
    void letsSharedCachesKeepWhatVisitorsReadForASecond() {
        for (var path : List.of(
                product,
                product + "/related-products",
                category,
                "/api/products",
                "/api/products?q=Lamp",
                "/api/categories")) {
            TestRequests.anonymous(client)
                    .get(path)
                    .expectHeader()
                    .valueEquals("Cache-Control", "max-age=0, public, s-maxage=1")
                    .expectHeader()
                    .valueEquals("Vary", "Authorization");
            staff.get(path)
                    .expectHeader()
                    .value("Cache-Control", value -> assertThat(value).contains("no-store"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products/export", "/api/products/audit", "/api/products/stock/low"})
    void letsNoSharedCacheKeepARefusal(String ofStaff) {
        TestRequests.anonymous(client)
                .get(ofStaff)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value("Cache-Control", value -> assertThat(value).contains("no-store"));
    }

    @Test
    void changesTheTagWhenAProductSellsOut() {
        var seen = eTag(product);
        expect304(product, seen);
        var id = Long.parseLong(product.substring(product.lastIndexOf('/') + 1));
        TestRequests.as(client, TestTokens.service("order-service"))
                .put(
                        "/internal/reservations/" + System.nanoTime(),
                        Map.of("items", List.of(Map.of("productId", id, "quantity", 1))))
                .expectStatus()
                .isOk();

        staff.with("If-None-Match", seen)
                .get(product)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.quantity")
                .isEqualTo(0);
    }

    @Test
    void changesTheTagWhenTheCategoryOfAProductIsRenamed() {
        var seen = eTag(product);
        staff.patch(category, Map.of("categoryTitle", "Renamed")).expectStatus().isOk();

        staff.with("If-None-Match", seen)
                .get(product)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.category.categoryTitle")
                .isEqualTo("Renamed");
        staff.with("If-Match", seen)
                .patch(product, Map.of("priceUnit", "2.00"))
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void changesTheTagWhenTheParentOrChildOfACategoryIsRenamed() {
        var above = "/api/categories/" + parent;
        var seen = eTag(category);
        var seenAbove = eTag(above);
        staff.patch(above, Map.of("categoryTitle", unique("Renamed ")))
                .expectStatus()
                .isOk();
        staff.with("If-None-Match", seen).get(category).expectStatus().isOk();
        staff.with("If-Match", seen)
                .patch(category, Map.of("imageUrl", "/x.svg"))
                .expectStatus()
                .isEqualTo(412);

        staff.patch(category, Map.of("categoryTitle", unique("Below ")))
                .expectStatus()
                .isOk();
        staff.with("If-None-Match", seenAbove).get(above).expectStatus().isOk();
        staff.with("If-Match", seenAbove).delete(above).expectStatus().isEqualTo(412);
    }

    @Test
    void returnsTheSameTagFromAChangeAsFromARead() {
        var changed = staff.with("If-Match", eTag(product)).patch(product, Map.of("priceUnit", "2.00"));
        expect304(
                product,
                Objects.requireNonNull(
                        changed.returnResult(String.class).getResponseHeaders().getETag()));
        var created = staff.post("/api/categories", Map.of("categoryTitle", unique("New ")));
        var headers = created.returnResult(String.class).getResponseHeaders();
        expect304(String.valueOf(headers.getLocation()), Objects.requireNonNull(headers.getETag()));
    }

    private void expect304(String path, String tag) {
        staff.with("If-None-Match", tag).get(path).expectStatus().isNotModified();
    }

    private String eTag(String path) {
        return Objects.requireNonNull(
                staff.get(path).returnResult(String.class).getResponseHeaders().getETag());
    }
}
