package ecommerce.order;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A customer who buys through the API. The catalogue is that of the contracts. */
public final class TestShop {

    public static final long LAMP = 900_001;
    public static final long DESK = 900_002;

    private static final AtomicLong USER_ID = new AtomicLong(System.currentTimeMillis());

    private final RestTestClient client;
    private final long userId = USER_ID.incrementAndGet();

    public TestShop(RestTestClient client) {
        this.client = client;
    }

    public long userId() {
        return userId;
    }

    public TestRequests customer() {
        return TestRequests.as(client, TestTokens.user(userId));
    }

    /** Opens a cart and returns its path. */
    public String openCart() {
        return "/api/carts/" + number(body(customer().post("/api/carts", null)), "cartId");
    }

    /** Returns the path of an open cart with two lamps. */
    public String cartWithLamps() {
        var cart = openCart();
        customer()
                .post(cart + "/items", Map.of("productId", LAMP, "orderedQuantity", 2))
                .expectStatus()
                .isOk();
        return cart;
    }

    public ResponseSpec checkOut(String key, String paymentToken) {
        return customer().with("Idempotency-Key", key).post("/api/orders", Map.of("paymentToken", paymentToken));
    }

    /** Orders two lamps and returns the order's path. */
    public String orderLamps(String paymentToken) {
        cartWithLamps();
        return "/api/orders/" + number(body(checkOut("key", paymentToken)), "orderId");
    }

    /** Sends requests concurrently and returns their responses. */
    public static <T> List<T> atOnce(List<Callable<T>> requests) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    public Map<?, ?> read(String path) {
        return body(customer().get(path));
    }

    /** Waits until the order has this status. */
    public void awaitStatus(String order, String status) {
        await().untilAsserted(() -> assertThat(read(order).get("orderStatus")).isEqualTo(status));
    }

    /** Reports the status of all of an order's shipments, as shipping-service does. */
    public void report(String order, String shippingStatus) {
        var event = Map.of(
                "eventId",
                UUID.randomUUID(),
                "shippingId",
                1,
                "shippingStatus",
                shippingStatus,
                "occurredAt",
                "2026-01-01T00:00:00Z",
                "complete",
                true);
        TestRequests.as(client, TestTokens.service("shipping-service"))
                .post(order.replace("/api/", "/internal/") + "/shipment-events", event)
                .expectStatus()
                .isNoContent();
    }

    public TestRequests staff() {
        return TestRequests.as(client, TestTokens.admin());
    }
}
