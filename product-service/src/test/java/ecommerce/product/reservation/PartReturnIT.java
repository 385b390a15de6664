package ecommerce.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ProductServiceTest
class PartReturnIT {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestRequests orderService;
    String path;
    long product;

    @BeforeEach
    void commitThreeOfThree() {
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        product = new TestCatalogue(client).product(3);
        path = sell(3);
    }

    @Test
    void returnsPiecesOncePerReference() {
        var reference = UUID.randomUUID();

        returnPieces(reference, 1, true).expectStatus().isNoContent();
        returnPieces(reference, 1, true).expectStatus().isNoContent();
        returnPieces(reference, 2, true).expectStatus().isEqualTo(422);

        assertThat(sellable()).isEqualTo(1);
        requireLedger();
    }

    @Test
    void returnsTheRestOfAPartlyReturnedReservation() {
        returnPieces(UUID.randomUUID(), 1, true).expectStatus().isNoContent();

        orderService.post(path + "/return", null).expectStatus().isOk();

        assertThat(sellable()).isEqualTo(3);
        requireLedger();
    }

    @Test
    void marksAReservationReturnedAfterItsLastPiece() {
        returnPieces(UUID.randomUUID(), 1, true).expectStatus().isNoContent();
        returnPieces(UUID.randomUUID(), 2, true).expectStatus().isNoContent();

        orderService
                .post(path + "/return", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reservationStatus")
                .isEqualTo("RETURNED");
        assertThat(sellable()).isEqualTo(3);
    }

    @Test
    void refusesToReturnMoreThanWasCommitted() {
        returnPieces(UUID.randomUUID(), 2, true).expectStatus().isNoContent();

        returnPieces(UUID.randomUUID(), 2, true)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.returnable[0].quantity")
                .isEqualTo(1);
        assertThat(sellable()).isEqualTo(2);
    }

    @Test
    void writesOffPiecesThatAreNotRestocked() {
        returnPieces(UUID.randomUUID(), 1, false).expectStatus().isNoContent();
        assertThat(sellable()).isZero();
        orderService
                .post(path + "/return", Map.of("restock", false))
                .expectStatus()
                .isOk();
        orderService.post(path + "/return", null).expectStatus().isOk();

        assertThat(sellable()).isZero();
        assertThat(jdbc.sql("SELECT string_agg(reason || delta, ',' ORDER BY movement_id) FROM stock_movement"
                                + " WHERE product_id = ? AND reason IN ('RETURNED', 'WRITTEN_OFF')")
                        .param(product)
                        .query(String.class)
                        .single())
                .isEqualTo("RETURNED1,WRITTEN_OFF-1,RETURNED2,WRITTEN_OFF-2");
        requireLedger();
    }

    @Test
    void returnsNoMoreThanWasCommittedForConcurrentReturns() throws Exception {
        var calls = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(i -> () -> (i % 6 == 0
                                ? orderService.post(path + "/return", null)
                                : returnPieces(UUID.randomUUID(), 1, true))
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(calls).stream().map(future -> future.resultNow()))
                    .containsAnyOf(200, 204)
                    .isSubsetOf(200, 204, 409);
        }
        assertThat(sellable()).isEqualTo(3);
        requireLedger();
    }

    private String sell(int quantity) {
        var order = "/internal/reservations/" + ORDER_ID.incrementAndGet();
        orderService
                .put(order, Map.of("items", List.of(item(quantity))))
                .expectStatus()
                .isOk();
        orderService.post(order + "/commit", null).expectStatus().isOk();
        return order;
    }

    private ResponseSpec returnPieces(UUID reference, int quantity, boolean restock) {
        return orderService.put(
                path + "/returns/" + reference, Map.of("items", List.of(item(quantity)), "restock", restock));
    }

    private Map<String, Object> item(int quantity) {
        return Map.of("productId", product, "quantity", quantity);
    }

    private int sellable() {
        return number("SELECT on_hand - reserved FROM stock WHERE product_id = ?");
    }

    private void requireLedger() {
        assertThat(number("SELECT sum(delta)::int FROM stock_movement WHERE product_id = ?"))
                .isEqualTo(number("SELECT on_hand FROM stock WHERE product_id = ?"));
    }

    private int number(String sql) {
        return jdbc.sql(sql).param(product).query(Integer.class).single();
    }
}
