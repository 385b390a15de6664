package ecommerce.product.stock.transfer;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.product.TestCatalogue.unique;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Tests the stock of a deleted product. Two of its five pieces were sold, it was deleted, another product got its SKU,
 * and the two pieces were returned.
 */
@ProductServiceTest
class StrandedStockIT {

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long deleted;
    long successor;

    @BeforeEach
    void returnPiecesToADeletedProduct() {
        staff = TestRequests.as(client, TestTokens.admin());
        var request = new HashMap<>(
                TestCatalogue.request(new TestCatalogue(client).category(unique("C ")), "Old", "1.00", 5));
        deleted = number(body(staff.post("/api/products", request)), "productId");
        var orders = TestRequests.as(client, TestTokens.service("order-service"));
        var reservation = "/internal/reservations/" + System.nanoTime();
        orders.put(reservation, Map.of("items", List.of(Map.of("productId", deleted, "quantity", 2))));
        orders.post(reservation + "/commit", null).expectStatus().isOk();
        staff.delete("/api/products/" + deleted).expectStatus().isNoContent();
        request.putAll(Map.of(
                "productTitle", "New", "sku", String.valueOf(request.get("sku")).toLowerCase(), "quantity", 1));
        successor = number(body(staff.post("/api/products", request)), "productId");
        orders.post(reservation + "/return", null).expectStatus().isOk();
    }

    @Test
    void proposesTheProductThatHasTheSkuNow() {
        staff.get("/api/products/stock/stranded?size=100")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[?(@.productId == %d)].sellable".formatted(deleted))
                .isEqualTo(5)
                .jsonPath("$.collection[?(@.productId == %d)].proposal.productId".formatted(deleted))
                .isEqualTo((int) successor);
    }

    @Test
    void transfersThePiecesToTheProductThatHasTheSkuNow() {
        transfer(deleted, successor, 5).expectStatus().isCreated();

        expectSellable(deleted, 0);
        expectSellable(successor, 6);
        staff.get("/api/products/stock/stranded?size=100")
                .expectBody()
                .jsonPath("$.collection[?(@.productId == %d)]".formatted(deleted))
                .isEmpty();
    }

    @Test
    void refusesToTransferMissingPiecesOrThoseOfAnUndeletedProduct() {
        transfer(deleted, successor, 6).expectStatus().isEqualTo(409);
        transfer(successor, deleted, 1).expectStatus().isEqualTo(409);
        transfer(deleted, deleted, 1).expectStatus().isEqualTo(409);
        transfer(deleted, 999999999, 1).expectStatus().isNotFound();

        expectSellable(deleted, 5);
        expectSellable(successor, 1);
    }

    @Test
    void allowsOnlyStaff() {
        TestRequests.anonymous(client)
                .get("/api/products/stock/stranded")
                .expectStatus()
                .isUnauthorized();
        TestRequests.as(client, TestTokens.user(7))
                .get("/api/products/stock/stranded")
                .expectStatus()
                .isForbidden();
    }

    private RestTestClient.ResponseSpec transfer(long from, long to, int quantity) {
        return staff.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/products/%d/stock/transfers".formatted(from),
                        Map.of("toProductId", to, "quantity", quantity, "note", "Same goods"));
    }

    private void expectSellable(long product, int sellable) {
        staff.get("/api/products/%d/stock".formatted(product))
                .expectBody()
                .jsonPath("$.sellable")
                .isEqualTo(sellable);
    }
}
