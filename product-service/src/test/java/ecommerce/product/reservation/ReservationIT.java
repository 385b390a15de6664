package ecommerce.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class ReservationIT {

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
    void reservesAllLinesOnceAndSumsThoseOfOneProduct() {
        var product = catalogue.product(5);
        var request = items(item(product, 2), item(product, 1));

        for (var attempt = 0; attempt < 2; attempt++) {
            orderService
                    .put(path, request)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.reservationStatus")
                    .isEqualTo("RESERVED")
                    .jsonPath("$.items[0].quantity")
                    .isEqualTo(3);
        }
        assertThat(sellable(product)).isEqualTo(2);
    }

    @Test
    void reservesNothingIfOneLineIsShort() {
        var enough = catalogue.product(5);
        var scarce = catalogue.product(1);

        orderService
                .put(path, items(item(enough, 1), item(scarce, 2), item(-1, 1)))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.shortages.length()")
                .isEqualTo(2)
                .jsonPath("$.shortages[?(@.productId == " + scarce + ")].available")
                .isEqualTo(1);
        assertThat(sellable(enough)).isEqualTo(5);
        assertThat(sellable(scarce)).isEqualTo(1);
    }

    @Test
    void commitsAReservationOnce() {
        var product = catalogue.product(5);
        orderService.put(path, items(item(product, 2))).expectStatus().isOk();

        orderService.post(path + "/commit", null).expectStatus().isOk();
        orderService
                .post(path + "/commit", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reservationStatus")
                .isEqualTo("COMMITTED");

        assertThat(sellable(product)).isEqualTo(3);
        assertThat(ledgerSum(product)).isEqualTo(3);
    }

    @Test
    void releasesReservedPiecesOnce() {
        var product = catalogue.product(5);
        orderService.put(path, items(item(product, 2))).expectStatus().isOk();

        orderService.post(path + "/return", null).expectStatus().isOk();
        orderService.post(path + "/return", null).expectStatus().isOk();
        orderService.post(path + "/commit", null).expectStatus().isEqualTo(409);

        assertThat(sellable(product)).isEqualTo(5);
    }

    @Test
    void returnsCommittedPiecesOnce() {
        var product = catalogue.product(5);
        orderService.put(path, items(item(product, 2))).expectStatus().isOk();
        orderService.post(path + "/commit", null).expectStatus().isOk();

        for (var attempt = 0; attempt < 3; attempt++) {
            orderService
                    .post(path + "/return", null)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.reservationStatus")
                    .isEqualTo("RETURNED");
        }
        orderService.post(path + "/commit", null).expectStatus().isEqualTo(409);
        orderService.put(path, items(item(product, 2))).expectStatus().isEqualTo(409);

        assertThat(sellable(product)).isEqualTo(5);
        assertThat(ledgerSum(product)).isEqualTo(5);
    }

    @Test
    void refusesAReservationAfterItsReturn() {
        var product = catalogue.product(5);

        orderService.post(path + "/return", null).expectStatus().isOk();

        orderService.put(path, items(item(product, 2))).expectStatus().isEqualTo(409);
        assertThat(sellable(product)).isEqualTo(5);
    }

    @Test
    void refusesToCommitWithoutAReservation() {
        orderService.post(path + "/commit", null).expectStatus().isEqualTo(409);
    }

    @Test
    void expiresAnOverdueReservation() {
        var product = catalogue.product(5);
        orderService.put(path, items(item(product, 2))).expectStatus().isOk();
        jdbc.sql("UPDATE reservation SET expires_at = now() - interval '1 second' WHERE order_id = ?")
                .param(Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .update();

        await().untilAsserted(() -> assertThat(sellable(product)).isEqualTo(5));
        orderService.post(path + "/commit", null).expectStatus().isEqualTo(409);
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
