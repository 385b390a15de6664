package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class ProductIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

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
    void createsAProductThatAnybodyCanRead() {
        var category = catalogue.category(unique("Audio "));
        var created = staff.post("/api/products", TestCatalogue.request(category, "Headphones", "59.90", 12));
        created.expectStatus().isCreated().expectHeader().valueMatches("Location", "/api/products/\\d+");
        var path = "/api/products/" + number(body(created), "productId");

        anybody.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.priceUnit")
                .isEqualTo(59.90)
                .jsonPath("$.quantity")
                .isEqualTo(12)
                .jsonPath("$.category.categoryId")
                .isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "priceUnit, -1, priceUnit",
        "priceUnit, 1.234, priceUnit",
        "priceUnit, 1e30, priceUnit",
        "priceUnit, dear, priceUnit",
        "quantity, -1, quantity",
        "quantity, 99999999999, quantity",
        "quantity, many, quantity",
        "sku, '=no formula', sku",
        "productTitle, ' ', productTitle",
        "productTitle, 'a\u0000b', productTitle"
    })
    void namesTheInvalidField(String member, String value, String field) {
        var request = new HashMap<>(TestCatalogue.request(catalogue.category(unique("C ")), "Title", "1.00", 1));
        request.put(member, value);

        staff.post("/api/products", request)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void allowsAnSkuForOneUndeletedProduct() {
        var request = TestCatalogue.request(catalogue.category(unique("C ")), "First", "1.00", 1);
        var first = number(body(staff.post("/api/products", request)), "productId");

        staff.post("/api/products", request)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("sku");
        staff.delete("/api/products/" + first).expectStatus().isNoContent();
        staff.post("/api/products", request).expectStatus().isCreated();
        anybody.get("/api/products/" + first).expectStatus().isNotFound();
    }

    @Test
    void changesOnlyTheVersionThatWasReadIncludingItsStock() {
        var path = "/api/products/" + catalogue.product(5);
        var eTag = anybody.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        staff.with("If-Match", eTag)
                .patch(path, Map.of("quantity", 8))
                .expectStatus()
                .isOk();
        staff.with("If-Match", eTag)
                .patch(path, Map.of("quantity", 9))
                .expectStatus()
                .isEqualTo(412);
        anybody.get(path).expectBody().jsonPath("$.quantity").isEqualTo(8);
    }

    @Test
    void entersEveryChangeOfStockInTheLedger() {
        var productId = catalogue.product(5);
        var path = "/api/products/" + productId;
        var eTag = anybody.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        staff.with("If-Match", eTag)
                .patch(path, Map.of("quantity", 2))
                .expectStatus()
                .isOk();
        staff.patch(path, Map.of("productTitle", "Renamed")).expectStatus().isOk();

        assertThat(jdbc.sql("SELECT delta FROM stock_movement WHERE product_id = ? ORDER BY movement_id")
                        .param(productId)
                        .query(Integer.class)
                        .list())
                .containsExactly(5, -3);
    }

    @Test
    void letsOnlyStaffChangeTheCatalogue() {
        var path = "/api/products/" + catalogue.product(5);
        var customer = TestRequests.as(client, TestTokens.user(7));

        customer.patch(path, Map.of("priceUnit", "0.01")).expectStatus().isForbidden();
        anybody.delete(path).expectStatus().isUnauthorized();
        customer.get("/internal/products?ids=1").expectStatus().isForbidden();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/products/abc, 400",
        "/api/products/-1, 404",
        "/api/products?page=-1, 400",
        "/api/products?page=5000, 200",
        "/api/products?page=5001, 400",
        "/api/products?sort=nonsense, 400",
        "/api/products?minPrice=cheap, 400",
        "/api/products?minPrice=1e-1000000000, 400",
        "/api/products?maxPrice=1e1000000000, 400",
        "/api/products?q=%00, 400",
        "/api/products?sort=%25, 400",
        "/api/products/99999999999999999999, 400"
    })
    void answersInvalidRequestsWithoutAServerError(String path, int status) {
        anybody.get(path).expectStatus().isEqualTo(status);
    }

    @Test
    void refusesAnUnknownParameterOfTheListByName() {
        anybody.get("/api/products?sku=QX-1")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/categories"})
    void ignoresAnInvalidTokenAtPublicEndpoints(String path) {
        TestRequests.as(client, TestTokens.expired(7)).get(path).expectStatus().isOk();
        TestRequests.as(client, "Bearer undefined").get(path).expectStatus().isOk();
        TestRequests.as(client, TestTokens.expired(7))
                .post(path, Map.of())
                .expectStatus()
                .isUnauthorized();
    }
}
