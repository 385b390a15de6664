package ecommerce.product.product;

import static ecommerce.defaults.test.TestRequests.body;

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
class HiddenProductIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    TestRequests anybody;
    long category;
    long product;
    String path;

    @BeforeEach
    void hideAProduct() {
        staff = TestRequests.as(client, TestTokens.admin());
        anybody = TestRequests.anonymous(client);
        var catalogue = new TestCatalogue(client);
        category = catalogue.category(TestCatalogue.unique("Category "));
        product = catalogue.product(category, "Secret lamp", "9.99", 5);
        path = "/api/products/" + product;
        staff.patch(path, Map.of("hidden", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hidden")
                .isEqualTo(true);
    }

    @Test
    void isVisibleOnlyToStaff() {
        anybody.get(path).expectStatus().isNotFound();
        TestRequests.as(client, TestTokens.user(7)).get(path).expectStatus().isNotFound();
        staff.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.productTitle")
                .isEqualTo("Secret lamp");

        expectListed(anybody, "", 0);
        expectListed(staff, "", 0);
        expectListed(staff, "&hidden=true", 1);
        anybody.get("/api/products?hidden=true").expectStatus().isForbidden();
    }

    @Test
    void cannotBeReserved() {
        var orderService = TestRequests.as(client, TestTokens.service("order-service"));

        orderService
                .get("/internal/products?ids=" + product)
                .expectBody()
                .jsonPath("$.collection")
                .isEmpty();
        orderService
                .put(
                        "/internal/reservations/" + System.nanoTime(),
                        Map.of("items", List.of(Map.of("productId", product, "quantity", 1))))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.shortages[0].available")
                .isEqualTo(0);
    }

    @Test
    void staysHiddenUntilStaffShowItAgain() {
        staff.patch(path, Map.of("priceUnit", "8.50"))
                .expectBody()
                .jsonPath("$.hidden")
                .isEqualTo(true);
        var whole = TestCatalogue.request(category, "Secret lamp", "8.50", 5);
        staff.put(path, whole)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hidden")
                .isEqualTo(true);

        body(staff.patch(path, Map.of("hidden", false)));

        anybody.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hidden")
                .doesNotExist();
        expectListed(anybody, "", 1);
    }

    private void expectListed(TestRequests who, String more, int count) {
        who.get("/api/products?categoryId=%d%s".formatted(category, more))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(count);
    }
}
