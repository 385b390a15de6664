package ecommerce.product.stock.count;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Counts a product with ten pieces on the shelf. Three of them are sold and await shipment, two are reserved. */
@ProductServiceTest
class StockCountIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long product;
    String path;

    @BeforeEach
    void commitThreeAndReserveTwoOfTen() {
        staff = TestRequests.as(client, TestTokens.admin());
        product = new TestCatalogue(client).product(10);
        path = "/api/products/%d/stock/counts".formatted(product);
        var orders = TestRequests.as(client, TestTokens.service("order-service"));
        orders.post(reserve(orders, 3) + "/commit", null).expectStatus().isOk();
        reserve(orders, 2);
    }

    @Test
    void includesReservedAndUnshippedPiecesInACount() {
        var count = body(count(10, 3));

        assertThat(number(count, "difference")).isZero();
        assertThat(number(count, "onHand")).isEqualTo(7);
        assertThat(number(count, "sellable")).isEqualTo(5);
        assertThat(count.get("explanation"))
                .isEqualTo("10 counted - 3 awaiting shipment = 7 on hand, as recorded;"
                        + " 7 on hand - 2 reserved = 5 sellable");
        expectMovements("RESERVED", "SOLD", "RESERVED", "SET");
    }

    @Test
    void entersTheDifferenceAsAMovement() {
        var count = body(count(9, 3));

        assertThat(number(count, "difference")).isEqualTo(-1);
        assertThat(String.valueOf(count.get("explanation"))).contains("1 fewer than recorded");
        staff.get("/api/products/%d/stock".formatted(product))
                .expectBody()
                .jsonPath("$.sellable")
                .isEqualTo(4);
        expectMovements("COUNTED", "RESERVED", "SOLD", "RESERVED", "SET");
    }

    @Test
    void storesEachCount() {
        var first = number(body(count(10, 3)), "countId");
        count(9, 3).expectStatus().isCreated();

        staff.get(path)
                .expectBody()
                .jsonPath("$.collection[*].counted")
                .isEqualTo(List.of(9, 10))
                .jsonPath("$.collection[0].by")
                .isEqualTo("admin");
        staff.get(path + "/" + first).expectBody().jsonPath("$.counted").isEqualTo(10);
    }

    @Test
    void refusesACountBelowTheReservedPieces() {
        count(4, 3)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.reserved")
                .isEqualTo(2);
        count(3, 4)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("awaitingShipment");

        staff.get(path).expectBody().jsonPath("$.page.totalElements").isEqualTo(0);
    }

    @Test
    void storesARepeatedCountOnce() {
        var once = staff.with("Idempotency-Key", UUID.randomUUID().toString());
        var request = Map.of("counted", 12, "awaitingShipment", 3);
        once.post(path, request).expectStatus().isCreated();
        once.post(path, request).expectStatus().isCreated();

        staff.get(path).expectBody().jsonPath("$.page.totalElements").isEqualTo(1);
    }

    private RestTestClient.ResponseSpec count(int counted, int awaitingShipment) {
        return staff.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(path, Map.of("counted", counted, "awaitingShipment", awaitingShipment));
    }

    private String reserve(TestRequests orders, int quantity) {
        var reservation = "/internal/reservations/" + System.nanoTime();
        var items = List.of(Map.of("productId", product, "quantity", quantity));
        orders.put(reservation, Map.of("items", items)).expectStatus().isOk();
        return reservation;
    }

    private void expectMovements(String... reasons) {
        staff.get("/api/products/%d/stock/movements".formatted(product))
                .expectBody()
                .jsonPath("$.collection[*].reason")
                .isEqualTo(List.of(reasons));
    }
}
