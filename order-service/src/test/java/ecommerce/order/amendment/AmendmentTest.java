package ecommerce.order.amendment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Provides orders for two lamps, of which tests cancel, return or lose one. */
abstract class AmendmentTest extends OrderServiceTest {

    protected static final List<Map<String, Object>> ONE_LAMP =
            List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 1));

    protected long requestReturn(String order) {
        return number(
                body(shop.customer()
                        .post(order + "/return-requests", Map.of("items", ONE_LAMP, "reason", "Too bright"))),
                "amendmentId");
    }

    protected void cancel(String order, String key, List<?> items, int status) {
        shop.customer()
                .with("Idempotency-Key", key)
                .post(order + "/cancel", Map.of("items", items))
                .expectStatus()
                .isEqualTo(status);
    }

    protected void report(String order, Map<String, Object> event) {
        TestRequests.as(client, TestTokens.service("shipping-service"))
                .post("/internal/orders/%s/shipment-events".formatted(id(order)), event)
                .expectStatus()
                .isNoContent();
    }

    protected static Map<String, Object> event(String status, Map<String, Object> more) {
        var event = new HashMap<>(more);
        event.putAll(Map.of(
                "complete",
                false,
                "eventId",
                UUID.randomUUID(),
                "shippingId",
                1,
                "shippingStatus",
                status,
                "occurredAt",
                "2026-01-01T00:00:00Z"));
        return event;
    }

    protected String deliveredOrder() {
        var order = confirmedOrder();
        shop.report(order, "SHIPPED");
        shop.report(order, "DELIVERED");
        return order;
    }

    /** Returns a confirmed order that has completed its route. */
    protected String confirmedOrder() {
        var order = shop.orderLamps("tok_approved");
        awaitPosition(order, "DONE");
        return order;
    }

    /** Fails unless the amount was refunded once, for this reason and in this name. */
    protected static void verifyRefund(String order, String amount, String reason, String by) {
        var body = "{\"amount\":%s,\"reason\":\"%s\",\"by\":\"%s\"}".formatted(amount, reason, by);
        verify(1, "/internal/payments/%s/refunds/.*", order, body);
    }

    protected static void verify(int times, String path, String order, @Nullable String json) {
        var request = putRequestedFor(urlPathMatching(path.formatted(id(order))));
        NEIGHBOURS.server().verify(times, json == null ? request : request.withRequestBody(equalToJson(json)));
    }
}
