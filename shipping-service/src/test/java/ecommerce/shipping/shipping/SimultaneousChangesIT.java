package ecommerce.shipping.shipping;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.shipping.ShippingServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Repeats concurrent changes of one order's shipments until some of them overlap. */
class SimultaneousChangesIT extends ShippingServiceTest {

    private static final Map<String, Object> LAMP = Map.of("productId", 5, "orderedQuantity", 1);

    private static final int ROUNDS = 100;

    private String first;

    @Test
    void cancelsAllPartsOfAConcurrentSplit() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            createAShipmentOfThreeLamps();

            both(() -> split(), () -> orderService.post(internal + "/cancel", null));

            assertThat(statuses(orderId)).containsOnly("CANCELLED");
        }
    }

    @Test
    void reportsWhetherAConcurrentSplitLeavesAPart() throws Exception {
        Map<Long, String> expected = new HashMap<>();
        for (var round = 0; round < ROUNDS; round++) {
            createAShipmentOfThreeLamps();
            orderService.post(internal + "/release", null).expectStatus().isOk();

            both(() -> split(), () -> staff.patch(first, Map.of("shippingStatus", "SHIPPED")));

            var isComplete = !statuses(orderId).contains("READY");
            expected.put(orderId, "SHIPPED " + isComplete);
        }
        await().untilAsserted(() -> expected.forEach(
                (order, event) -> assertThat(shipmentEvents(order)).containsExactly(event)));
    }

    @RepeatedTest(20)
    void createsOneShipmentForConcurrentRequests() throws Exception {
        var other = orderId - 1_000_000_000L;
        Callable<Integer> create = () -> status(create("/internal/shippings/" + other));

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(List.of(create, create, create)).stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(200);
        }
        assertThat(statuses(other)).containsExactly("PENDING");
    }

    private void createAShipmentOfThreeLamps() {
        beginAnOrder();
        first = "/api/shippings/" + number(body(create(internal)), "shippingId");
    }

    private static void both(Callable<ResponseSpec> one, Callable<ResponseSpec> other) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = executor.invokeAll(List.of(() -> status(one.call()), () -> status(other.call())));
            assertThat(done.stream().map(each -> each.resultNow())).isSubsetOf(200, 201, 409);
        }
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    /** Returns the status of each of the order's shipments. */
    private List<String> statuses(long ofOrder) {
        return jdbc.sql("SELECT status FROM shipment WHERE order_id = ?")
                .param(ofOrder)
                .query(String.class)
                .list();
    }

    private ResponseSpec create(String path) {
        var address = Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali");
        var lamps = Map.of("productId", 5, "orderedQuantity", 3);
        return orderService.put(path, Map.of("userId", 7, "address", address, "items", List.of(lamps)));
    }

    private ResponseSpec split() {
        return staff.post(first + "/split", Map.of("items", List.of(LAMP)));
    }
}
