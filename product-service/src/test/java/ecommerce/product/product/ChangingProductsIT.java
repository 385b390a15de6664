package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class ChangingProductsIT {

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
    void replacesTheProductWhoseIdIsInTheBody() {
        var productId = catalogue.product(5);
        var request = new HashMap<>(TestCatalogue.request(catalogue.category(unique("C ")), "Replaced", "2.00", 5));
        staff.put("/api/products", request).expectStatus().isBadRequest();
        request.put("productId", productId);

        staff.put("/api/products", request).expectStatus().isOk();

        anybody.get("/api/products/" + productId)
                .expectBody()
                .jsonPath("$.productTitle")
                .isEqualTo("Replaced");
        TestRequests.as(client, TestTokens.user(7))
                .put("/api/products", request)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void storesTheSourceOfADescription() {
        var category = catalogue.category(unique("C "));
        var request = new HashMap<>(TestCatalogue.request(category, "Lamp", "2.00", 5));
        request.put("description", "    code\r\n\r\n- *bright* <b>lamp</b>\n");
        var path = "/api/products/" + number(body(staff.post("/api/products", request)), "productId");

        var stored = "    code\n\n- *bright* <b>lamp</b>\n";
        expectDescription(path, stored);
        staff.patch(path, Map.of("priceUnit", "3.00")).expectStatus().isOk();
        expectDescription(path, stored);
        anybody.get("/api/products?categoryId=" + category)
                .expectBody()
                .jsonPath("$.collection[0].productTitle")
                .isEqualTo("Lamp")
                .jsonPath("$.collection[0].description")
                .doesNotExist();

        var seen =
                staff.get(path).returnResult(String.class).getResponseHeaders().getETag();
        staff.patch(path, Map.of("description", "# Lamp")).expectStatus().isOk();
        expectDescription(path, "# Lamp");
        staff.with("If-Match", seen)
                .patch(path, Map.of("description", "Late"))
                .expectStatus()
                .isEqualTo(412);
        staff.patch(path, Collections.singletonMap("description", null))
                .expectStatus()
                .isOk();
        anybody.get(path).expectBody().jsonPath("$.description").doesNotExist();
        staff.patch(path, Map.of("description", "# Lamp")).expectStatus().isOk();
        request.remove("description");
        staff.put(path, request).expectStatus().isOk();
        anybody.get(path).expectBody().jsonPath("$.description").doesNotExist();
    }

    @Test
    void refusesALongDescriptionAndControlCharacters() {
        var path = "/api/products/" + catalogue.product(5);

        for (var description : List.of("x".repeat(10_001), "bell\u0007", "nul\0")) {
            staff.patch(path, Map.of("description", description))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("description");
        }
        staff.patch(path, Map.of("description", "\u00fc".repeat(10_000)))
                .expectStatus()
                .isOk();
        staff.patch(path, Map.of("description", " \n\t")).expectStatus().isOk();
        anybody.get(path).expectBody().jsonPath("$.description").doesNotExist();
    }

    private void expectDescription(String path, String description) {
        anybody.get(path).expectBody().jsonPath("$.description").isEqualTo(description);
    }

    @Test
    void clearsMembersThatAPatchSetsToNull() {
        var path = "/api/products/" + catalogue.product(5);

        staff.patch(path, Map.of("productTitle", "Lamp\nwhite")).expectStatus().isOk();
        staff.patch(path, Collections.singletonMap("imageUrl", null))
                .expectStatus()
                .isOk();

        anybody.get(path)
                .expectBody()
                .jsonPath("$.imageUrl")
                .doesNotExist()
                .jsonPath("$.productTitle")
                .isEqualTo("Lamp\nwhite")
                .jsonPath("$.quantity")
                .isEqualTo(5);
        staff.patch(path, Collections.singletonMap("priceUnit", null))
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 1e1000000000",
        "quantity, 1.5",
        "priceUnit, 1e1000000000",
        "priceUnit, 1.00000000000000000001",
        "category, 7"
    })
    void namesTheInvalidMemberOfAPatch(String member, String json) {
        var path = "/api/products/" + catalogue.product(5);

        client.patch()
                .uri(path)
                .header("Authorization", TestTokens.admin())
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .body("{\"%s\": %s}".formatted(member, json))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(String.class, field -> assertThat(field).startsWith(member));
    }
}
