package ecommerce.shipping.shipping;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.shipping.ShippingServiceTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PartialShipmentIT extends ShippingServiceTest {

    String first;

    @BeforeEach
    void createAShipmentOfThreeLampsAndADesk() {
        var address = Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali");
        var items = List.of(item(5, 3), item(6, 1));
        var made = body(orderService.put(internal, Map.of("userId", 7, "address", address, "items", items)));
        first = "/api/shippings/" + number(made, "shippingId");
    }

    @Test
    void movesPiecesToANewShipment() {
        split(item(5, 1), item(5, 1))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/shippings/\\d+")
                .expectBody()
                .jsonPath("$.part")
                .isEqualTo(2)
                .jsonPath("$.items[0].orderedQuantity")
                .isEqualTo(2)
                .jsonPath("$.address.city")
                .isEqualTo("Cali");

        staff.get(first).expectBody().jsonPath("$.items[0].orderedQuantity").isEqualTo(1);
        staff.get("/api/shippings?orderId=" + orderId)
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(2);
    }

    @Test
    void reportsWhenAllPartsAreShippedAndDelivered() {
        var second = secondShipment();
        orderService.post(internal + "/release", null).expectStatus().isOk();

        for (var path : List.of(first, second)) {
            staff.patch(path, Map.of("shippingStatus", "SHIPPED"))
                    .expectStatus()
                    .isOk();
        }
        for (var path : List.of(second, first)) {
            staff.patch(path, Map.of("shippingStatus", "DELIVERED"))
                    .expectStatus()
                    .isOk();
        }

        await().untilAsserted(() -> assertThat(shipmentEvents())
                .containsExactly("SHIPPED false", "SHIPPED true", "DELIVERED false", "DELIVERED true"));
    }

    @Test
    void reportsCompletionWhenTheLastTwoPartsAreShippedConcurrently() throws Exception {
        var second = secondShipment();
        orderService.post(internal + "/release", null).expectStatus().isOk();
        var ships = Stream.of(first, second)
                .<Callable<Integer>>map(path -> () -> staff.patch(path, Map.of("shippingStatus", "SHIPPED"))
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(ships).stream().map(each -> each.resultNow()))
                    .containsOnly(200);
        }
        await().untilAsserted(() -> assertThat(shipmentEvents()).containsExactly("SHIPPED false", "SHIPPED true"));
    }

    @Test
    void refusesToCancelAfterAPartIsShipped() {
        var second = secondShipment();
        orderService.post(internal + "/release", null).expectStatus().isOk();
        staff.patch(second, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();

        orderService.post(internal + "/cancel", null).expectStatus().isEqualTo(409);

        staff.get(first).expectBody().jsonPath("$.shippingStatus").isEqualTo("READY");
    }

    @Test
    void cancelsAllParts() {
        var second = secondShipment();

        orderService.post(internal + "/cancel", null).expectStatus().isOk();

        for (var path : List.of(first, second)) {
            staff.get(path).expectBody().jsonPath("$.shippingStatus").isEqualTo("CANCELLED");
        }
    }

    @Test
    void refusesToSplitMissingOrShippedPieces() {
        split(item(5, 4)).expectStatus().isBadRequest();
        split(item(9, 1)).expectStatus().isBadRequest();
        split(item(5, 3), item(6, 1)).expectStatus().isEqualTo(409);
        staff.with("If-Match", "\"99\"")
                .post(first + "/split", Map.of("items", List.of(item(5, 1))))
                .expectStatus()
                .isEqualTo(412);
        TestRequests.as(client, TestTokens.user(7))
                .post(first + "/split", Map.of("items", List.of(item(5, 1))))
                .expectStatus()
                .isForbidden();
        orderService.post(internal + "/cancel", null).expectStatus().isOk();
        split(item(5, 1)).expectStatus().isEqualTo(409);
    }

    @Test
    void listsAllShipmentsOfAnOrderOnOnePage() {
        secondShipment();

        orderService
                .get("/internal/shippings?afterOrderId=%d&upToOrderId=%d&size=1".formatted(orderId - 1, orderId))
                .expectBody()
                .jsonPath("$.collection.length()")
                .isEqualTo(2)
                .jsonPath("$.collection[1].part")
                .isEqualTo(2);
    }

    private String secondShipment() {
        return "/api/shippings/" + number(body(split(item(6, 1))), "shippingId");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private final ResponseSpec split(Map<String, Object>... items) {
        return staff.post(first + "/split", Map.of("items", List.of(items)));
    }

    private static Map<String, Object> item(long productId, int quantity) {
        return Map.of("productId", productId, "orderedQuantity", quantity);
    }
}
