package ecommerce.product.stock;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class StockIT {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long product;
    String path;

    @BeforeEach
    void reserveTwoAndCommitThreeOfTen() {
        staff = TestRequests.as(client, TestTokens.admin());
        product = new TestCatalogue(client).product(10);
        path = "/api/products/%d/stock".formatted(product);
        reserve(2);
        orderService().post(reserve(3) + "/commit", null).expectStatus().isOk();
    }

    @Test
    void returnsPiecesOnHandReservedAndSold() {
        expectStock(7, 2, 5, 3);

        orderService().post(reserve(1) + "/return", null).expectStatus().isOk();
        expectStock(7, 2, 5, 3);

        var sold = reserve(1);
        orderService().post(sold + "/commit", null).expectStatus().isOk();
        orderService().post(sold + "/return", null).expectStatus().isOk();
        expectStock(7, 2, 5, 3);
    }

    @Test
    void listsEveryMovementWithUserAndReason() {
        staff.get(path + "/movements")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(4)
                .jsonPath("$.collection[*].reason")
                .isEqualTo(List.of("SOLD", "RESERVED", "RESERVED", "SET"))
                .jsonPath("$.collection[0].delta")
                .isEqualTo(-3)
                .jsonPath("$.collection[0].reservedDelta")
                .isEqualTo(-3)
                .jsonPath("$.collection[0].by")
                .isEqualTo("order-service")
                .jsonPath("$.collection[0].orderId")
                .isNumber()
                .jsonPath("$.collection[3].by")
                .isEqualTo("admin");
        staff.get(path + "/movements?page=1&size=3")
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(1);
    }

    @Test
    void allowsOnlyStaff() {
        for (var each : List.of(path, path + "/movements")) {
            TestRequests.anonymous(client).get(each).expectStatus().isUnauthorized();
            TestRequests.as(client, TestTokens.user(7)).get(each).expectStatus().isForbidden();
            staff.get(each.replace("" + product, "999999999")).expectStatus().isNotFound();
        }
    }

    @Test
    void returnsTheStockOfADeletedProduct() {
        staff.delete("/api/products/" + product).expectStatus().isNoContent();

        expectStock(7, 2, 5, 3);
    }

    private void expectStock(int onHand, int reserved, int sellable, int sold) {
        staff.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.onHand")
                .isEqualTo(onHand)
                .jsonPath("$.reserved")
                .isEqualTo(reserved)
                .jsonPath("$.sellable")
                .isEqualTo(sellable)
                .jsonPath("$.sold")
                .isEqualTo(sold);
    }

    private String reserve(int quantity) {
        var reservation = "/internal/reservations/" + ORDER_ID.incrementAndGet();
        var item = Map.of("productId", product, "quantity", quantity);
        orderService()
                .put(reservation, Map.of("items", List.of(item)))
                .expectStatus()
                .isOk();
        return reservation;
    }

    private TestRequests orderService() {
        return TestRequests.as(client, TestTokens.service("order-service"));
    }
}
