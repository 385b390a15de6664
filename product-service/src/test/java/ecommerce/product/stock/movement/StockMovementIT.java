package ecommerce.product.stock.movement;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class StockMovementIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long product;
    String path;

    @BeforeEach
    void reserveFourOfTen() {
        staff = TestRequests.as(client, TestTokens.admin());
        product = new TestCatalogue(client).product(10);
        path = "/api/products/%d/stock/movements".formatted(product);
        var items = List.of(Map.of("productId", product, "quantity", 4));
        TestRequests.as(client, TestTokens.service("order-service"))
                .put("/internal/reservations/" + System.nanoTime(), Map.of("items", items))
                .expectStatus()
                .isOk();
    }

    @Test
    void addsReceivedPiecesWithUserAndReason() {
        var answer = keyed().post(path, Map.of("quantity", 20, "reason", "RECEIVED", "note", "Delivery note 4711"));
        var location = answer.expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation();

        staff.get(String.valueOf(location))
                .expectBody()
                .jsonPath("$.delta")
                .isEqualTo(20)
                .jsonPath("$.reason")
                .isEqualTo("RECEIVED")
                .jsonPath("$.note")
                .isEqualTo("Delivery note 4711")
                .jsonPath("$.by")
                .isEqualTo("admin");
        expectSellable(26);
    }

    @ParameterizedTest
    @CsvSource({"DAMAGED, -2, 4", "LOST, -6, 0", "SENT_BACK, -1, 5", "CORRECTION, -3, 3", "CORRECTION, 3, 9"})
    void removesAndCorrectsPieces(String reason, int quantity, int sellable) {
        keyed().post(path, Map.of("quantity", quantity, "reason", reason))
                .expectStatus()
                .isCreated();

        expectSellable(sellable);
    }

    @Test
    void refusesToRemoveReservedPieces() {
        keyed().post(path, Map.of("quantity", -7, "reason", "LOST"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.reserved")
                .isEqualTo(4)
                .jsonPath("$.sellable")
                .isEqualTo(6);

        expectSellable(6);
    }

    @Test
    void refusesMorePiecesThanAProductCanHave() {
        keyed().post(path, Map.of("quantity", 1_000_000_000, "reason", "RECEIVED"))
                .expectStatus()
                .isEqualTo(409);

        expectSellable(6);
    }

    @ParameterizedTest
    @CsvSource({
        "0, RECEIVED, quantity",
        "-1, RECEIVED, quantity",
        "1, DAMAGED, quantity",
        "1, SOLD, reason",
        "many, RECEIVED, quantity",
        "1000000001, RECEIVED, quantity"
    })
    void namesTheInvalidField(String quantity, String reason, String field) {
        keyed().post(path, Map.of("quantity", quantity, "reason", reason))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void entersARepeatedRequestOnce() {
        var once = keyed();
        var request = Map.of("quantity", 5, "reason", "RECEIVED");

        var first = number(body(once.post(path, request)), "movementId");
        assertThat(number(body(once.post(path, request)), "movementId")).isEqualTo(first);
        once.post(path, Map.of("quantity", 6, "reason", "RECEIVED"))
                .expectStatus()
                .isEqualTo(422);
        staff.post(path, request).expectStatus().isBadRequest();
        expectSellable(11);
    }

    @Test
    void allowsOnlyStaff() {
        var request = Map.of("quantity", 5, "reason", "RECEIVED");
        TestRequests.as(client, TestTokens.user(7))
                .with("Idempotency-Key", "k")
                .post(path, request)
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client).post(path, request).expectStatus().isUnauthorized();
        keyed().post("/api/products/999999999/stock/movements", request)
                .expectStatus()
                .isNotFound();
    }

    private TestRequests keyed() {
        return staff.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void expectSellable(int sellable) {
        staff.get("/api/products/%d/stock".formatted(product))
                .expectBody()
                .jsonPath("$.sellable")
                .isEqualTo(sellable);
    }
}
