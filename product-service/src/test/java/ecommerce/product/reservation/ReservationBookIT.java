package ecommerce.product.reservation;

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
class ReservationBookIT {

    @Autowired
    RestTestClient client;

    TestRequests orderService;

    @BeforeEach
    void setUp() {
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
    }

    @Test
    void listsReservationsInPages() {
        var product = new TestCatalogue(client).product(5);
        var orderId = System.nanoTime();
        reserve(orderId, product, 2);
        reserve(orderId + 1, product, 1);

        orderService
                .get("/internal/reservations?afterOrderId=%d&upToOrderId=%d&size=1".formatted(orderId - 1, orderId + 1))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(1)
                .jsonPath("$.collection[0].items[0].quantity")
                .isEqualTo(2);
        orderService
                .get("/internal/reservations?afterOrderId=%d&upToOrderId=%d".formatted(orderId, orderId + 1))
                .expectBody()
                .jsonPath("$.collection[0].items[0].quantity")
                .isEqualTo(1);
        orderService.get("/internal/reservations?size=501").expectStatus().isBadRequest();
    }

    private void reserve(long orderId, long productId, int quantity) {
        var item = Map.of("productId", productId, "quantity", quantity);
        orderService
                .put("/internal/reservations/" + orderId, Map.of("items", List.of(item)))
                .expectStatus()
                .isOk();
    }
}
