package ecommerce.product.product;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Collections;
import java.util.HashMap;
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
