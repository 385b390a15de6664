package ecommerce.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Arrays;
import java.util.Map;
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
class ReservationRacesIT {

    private static final AtomicLong ORDER_ID = new AtomicLong(System.nanoTime());

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestCatalogue catalogue;
    TestRequests orderService;
    String path;

    @BeforeEach
    void setUp() {
        catalogue = new TestCatalogue(client);
        orderService = TestRequests.as(client, TestTokens.service("order-service"));
        path = newOrder();
    }

    @Test
    void reservesTheLastPiecesOnceForConcurrentOrders() throws Exception {
        var first = catalogue.product(10);
        var second = catalogue.product(10);
        var requests = IntStream.range(0, 32)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    var lines = i % 2 == 0
                            ? items(item(first, 1), item(second, 1))
                            : items(item(second, 1), item(first, 1));
                    return orderService
                            .put(newOrder(), lines)
                            .returnResult(String.class)
                            .getStatus()
                            .value();
                })
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(requests).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(200, 409);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(10);
        }
        assertThat(sellable(first)).isZero();
        assertThat(sellable(second)).isZero();
    }

    @Test
    void settlesAReservationOnceWhenCommitAndReturnRace() throws Exception {
        var product = catalogue.product(5);
        orderService.put(path, items(item(product, 2))).expectStatus().isOk();
        var calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> orderService
                        .post(path + (i % 2 == 0 ? "/commit" : "/return"), null)
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(calls);
        }
        // In any order of the calls, the pieces are released or returned in the end.
        assertThat(sellable(product)).isEqualTo(5);
        assertThat(ledgerSum(product)).isEqualTo(5);
        assertThat(reservedSum(product)).isZero();
    }

    @Test
    void keepsTheLedgerEqualToTheStockForConcurrentOrders() throws Exception {
        var first = catalogue.product(40);
        var second = catalogue.product(60);
        var lives = IntStream.range(0, 24)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    var order = newOrder();
                    status(orderService.put(order, items(item(first, 1), item(second, 2))));
                    if (i % 3 > 0) {
                        status(orderService.post(order + "/commit", null));
                    }
                    return i % 3 == 1 ? 0 : status(orderService.post(order + "/return", null));
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(lives);
        }

        assertThat(sellable(first)).isEqualTo(32).isEqualTo(ledgerSum(first) - reservedSum(first));
        assertThat(sellable(second)).isEqualTo(44).isEqualTo(ledgerSum(second) - reservedSum(second));
        assertThat(reservedSum(second)).isZero();
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private int reservedSum(long productId) {
        return jdbc.sql("SELECT sum(reserved_delta) FROM stock_movement WHERE product_id = ?")
                .param(productId)
                .query(Integer.class)
                .single();
    }

    private static String newOrder() {
        return "/internal/reservations/" + ORDER_ID.incrementAndGet();
    }

    private static Map<String, Object> item(long productId, int quantity) {
        return Map.of("productId", productId, "quantity", quantity);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Map<String, Object> items(Map<String, Object>... items) {
        return Map.of("items", Arrays.asList(items));
    }

    private int sellable(long productId) {
        return jdbc.sql("SELECT on_hand - reserved FROM stock WHERE product_id = ?")
                .param(productId)
                .query(Integer.class)
                .single();
    }

    private int ledgerSum(long productId) {
        return jdbc.sql("SELECT sum(delta) FROM stock_movement WHERE product_id = ?")
                .param(productId)
                .query(Integer.class)
                .single();
    }
}
