package ecommerce.product.stock.low;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class LowStockIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long product;
    String threshold;

    @BeforeEach
    void setTheThresholdToThreeOfFivePieces() {
        staff = TestRequests.as(client, TestTokens.admin());
        product = new TestCatalogue(client).product(5);
        threshold = "/api/products/%d/stock/threshold".formatted(product);
        staff.put(threshold, Map.of("lowStockThreshold", 3))
                .expectBody()
                .jsonPath("$.lowStockThreshold")
                .isEqualTo(3);
    }

    @Test
    void listsAProductWhenReservationsReachTheThreshold() {
        expectLow(false);
        reserve(1);
        expectLow(false);
        reserve(1);
        expectLow(true);
        staff.get("/api/products/stock/low?size=100")
                .expectBody()
                .jsonPath("$.collection[?(@.productId == %d)].sellable".formatted(product))
                .isEqualTo(3);
    }

    @Test
    void listsNoProductWithoutAThresholdAndNoDeletedProduct() {
        reserve(5);
        expectLow(true);
        staff.put(threshold, Collections.singletonMap("lowStockThreshold", null))
                .expectStatus()
                .isOk();
        expectLow(false);
        staff.put(threshold, Map.of("lowStockThreshold", 0)).expectStatus().isOk();
        expectLow(true);
        staff.delete("/api/products/" + product).expectStatus().isNoContent();
        expectLow(false);
    }

    @Test
    void allowsOnlyStaff() {
        TestRequests.anonymous(client)
                .get("/api/products/stock/low")
                .expectStatus()
                .isUnauthorized();
        TestRequests.as(client, TestTokens.user(7))
                .put(threshold, Map.of("lowStockThreshold", 1))
                .expectStatus()
                .isForbidden();
        staff.put(threshold, Map.of("lowStockThreshold", -1)).expectStatus().isBadRequest();
        staff.put(threshold, Map.of("threshold", 50))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lowStockThreshold");
        staff.put("/api/products/999999999/stock/threshold", Map.of("lowStockThreshold", 1))
                .expectStatus()
                .isNotFound();
    }

    private void reserve(int quantity) {
        var items = List.of(Map.of("productId", product, "quantity", quantity));
        TestRequests.as(client, TestTokens.service("order-service"))
                .put("/internal/reservations/" + System.nanoTime(), Map.of("items", items))
                .expectStatus()
                .isOk();
    }

    private void expectLow(boolean low) {
        var found = staff.get("/api/products/stock/low?size=100")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[?(@.productId == %d)]".formatted(product));
        if (low) {
            found.isNotEmpty();
        } else {
            found.isEmpty();
        }
    }
}
