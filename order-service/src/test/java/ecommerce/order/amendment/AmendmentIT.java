package ecommerce.order.amendment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmendmentIT extends OrderServiceTest {

    private static final List<Map<String, Object>> ONE_LAMP =
            List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 1));

    @Test
    void cancelsOnePieceOfTwoOnceAndRefundsItsPrice() {
        var order = confirmedOrder();

        for (var attempt = 0; attempt < 2; attempt++) {
            shop.customer()
                    .with("Idempotency-Key", "one-lamp")
                    .post(order + "/cancel", Map.of("items", ONE_LAMP, "reason", "One will do"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.orderStatus")
                    .isEqualTo("CONFIRMED")
                    .jsonPath("$.items[0].cancelledQuantity")
                    .isEqualTo(1);
        }

        verify(1, "/internal/shippings/%s/cancellations/.*", order, "{\"items\":[{\"productId\":900001,\"orderedQuantity\":1}]}");
        verify(1, "/internal/reservations/%s/returns/.*", order, "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":true}");
        verify(1, "/internal/payments/%s/refunds/.*", order, "{\"amount\":10.50,\"reason\":\"One will do\"}");
        shop.customer()
                .get(order + "/amendments")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].amendmentStatus")
                .isEqualTo("DONE")
                .jsonPath("$.collection[0].refundAmount")
                .isEqualTo(10.5);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKeyAndMorePiecesThanThereAre() {
        var order = confirmedOrder();
        var two = List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 2));
        var three = List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 3));
        cancel(order, "key", ONE_LAMP, 200);

        cancel(order, "key", two, 422);
        cancel(order, "other", two, 409);
        cancel(order, "third", three, 409);
        shop.customer().post(order + "/cancel", Map.of("items", ONE_LAMP)).expectStatus().isBadRequest();
        shop.customer()
                .with("Idempotency-Key", "none")
                .post(order + "/cancel", Map.of("items", List.of()))
                .expectStatus()
                .isBadRequest();
        new TestShop(client)
                .customer()
                .with("Idempotency-Key", "stranger")
                .post(order + "/cancel", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void keepsThePiecesThatHaveLeft() {
        var order = confirmedOrder();
        NEIGHBOURS.server().stubFor(WireMock.put(urlPathMatching("/internal/shippings/\\d+/cancellations/.*"))
                .atPriority(1)
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"unshipped\":[]}", 409)));

        cancel(order, "late", ONE_LAMP, 409);

        assertThat(shop.read(order).get("items").toString()).contains("cancelledQuantity=0");
        verify(0, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void returnsAPartWithoutRestockingAndThenTheRest() {
        var order = deliveredOrder();

        shop.staff()
                .with("Idempotency-Key", "broken")
                .post(order + "/return", Map.of("items", ONE_LAMP, "restock", false, "reason", "Arrived broken"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("DELIVERED")
                .jsonPath("$.items[0].returnedQuantity")
                .isEqualTo(1);
        verify(1, "/internal/reservations/%s/returns/.*", order, "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":false}");

        shop.staff()
                .with("Idempotency-Key", "rest")
                .post(order + "/return", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("RETURNED");
        verify(2, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void returnsAllWithoutRestocking() {
        var order = deliveredOrder();

        shop.staff().post(order + "/return", Map.of("restock", false)).expectStatus().isOk();

        NEIGHBOURS.server().verify(1, WireMock.postRequestedFor(urlPathMatching("/internal/reservations/%s/return".formatted(id(order))))
                .withRequestBody(equalToJson("{\"restock\":false}")));
    }

    @Test
    void refundsOnlyWhatIsLeftOfThePayment() {
        var order = confirmedOrder();
        NEIGHBOURS.server().stubFor(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .withRequestBody(equalToJson("{\"amount\":10.50}", true, true))
                .atPriority(1)
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"refundableAmount\":4.00}", 409)));

        cancel(order, "partly-refunded", ONE_LAMP, 200);

        verify(1, "/internal/payments/%s/refunds/.*", order, "{\"amount\":4.00,\"reason\":\"Cancelled\"}");
    }

    @Test
    void goesOnWithAnAmendmentWhosePaymentServiceIsAway() {
        var order = confirmedOrder();
        var away = NEIGHBOURS.server().stubFor(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .atPriority(1)
                .willReturn(WireMock.serviceUnavailable()));
        cancel(order, "later", ONE_LAMP, 202);
        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(409);
        NEIGHBOURS.server().removeStub(away);

        await().untilAsserted(() -> assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        assertThat(shop.read(order).get("attention")).isNull();
    }

    @Test
    void letsStaffDecideOnAReturnRequest() {
        var order = deliveredOrder();
        shop.customer()
                .post(order + "/return-requests", Map.of("items", ONE_LAMP, "reason", " "))
                .expectStatus()
                .isBadRequest();
        var request = order + "/return-requests/" + requestReturn(order);
        shop.customer()
                .post(order + "/return-requests", Map.of("items", ONE_LAMP, "reason", "Again"))
                .expectStatus()
                .isEqualTo(409);
        shop.customer().post(request + "/accept", null).expectStatus().isForbidden();

        shop.staff().post(request + "/accept", null).expectStatus().isOk();
        shop.staff().post(request + "/accept", null).expectStatus().isEqualTo(409);
        verify(0, "/internal/payments/%s/refunds/.*", order, null);
        shop.staff().post(request + "/receive", Map.of("restock", true)).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        verify(1, "/internal/payments/%s/refunds/.*", order, "{\"amount\":10.50,\"reason\":\"Too bright\"}");
        shop.staff().post(request + "/refuse", Map.of("reason", "Too late")).expectStatus().isEqualTo(409);
    }

    @Test
    void letsStaffRefuseAReturnRequest() {
        var order = deliveredOrder();
        var request = order + "/return-requests/" + requestReturn(order);

        shop.staff()
                .post(request + "/refuse", Map.of("reason", "Used"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.refusal")
                .isEqualTo("Used");

        shop.staff()
                .get("/api/orders/return-requests?amendmentStatus=REFUSED&sort=amendmentId,desc")
                .expectBody()
                .jsonPath("$.collection[0].refusal")
                .isEqualTo("Used");
        verify(0, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void refundsALostParcelOnce() {
        var order = confirmedOrder();
        shop.report(order, "SHIPPED");
        var lost = event("SHIPPED", Map.of("failure", "LOST", "items", ONE_LAMP, "reason", "Carrier lost it"));

        report(order, lost);
        report(order, lost);

        await().untilAsserted(() -> assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        verify(1, "/internal/payments/%s/refunds/.*", order, "{\"amount\":10.50,\"reason\":\"Carrier lost it\"}");
        verify(1, "/internal/reservations/%s/returns/.*", order, "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":false}");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
    }

    @Test
    void goesBackWithAParcelThatStaffCorrect() {
        var order = deliveredOrder();

        report(order, event("SHIPPED", Map.of("correction", true, "reason", "Wrong order")));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
        report(order, event("READY", Map.of("correction", true, "reason", "Still here")));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
        shop.report(order, "SHIPPED");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
    }

    private long requestReturn(String order) {
        return number(
                body(shop.customer()
                        .post(order + "/return-requests", Map.of("items", ONE_LAMP, "reason", "Too bright"))),
                "amendmentId");
    }

    private void cancel(String order, String key, List<?> items, int status) {
        shop.customer()
                .with("Idempotency-Key", key)
                .post(order + "/cancel", Map.of("items", items))
                .expectStatus()
                .isEqualTo(status);
    }

    private void report(String order, Map<String, Object> event) {
        TestRequests.as(client, TestTokens.service("shipping-service"))
                .post("/internal/orders/%s/shipment-events".formatted(id(order)), event)
                .expectStatus()
                .isNoContent();
    }

    private static Map<String, Object> event(String status, Map<String, Object> more) {
        var event = new HashMap<>(more);
        event.putAll(Map.of(
                "complete", false,
                "eventId", UUID.randomUUID(),
                "shippingId", 1,
                "shippingStatus", status,
                "occurredAt", "2026-01-01T00:00:00Z"));
        return event;
    }

    private String deliveredOrder() {
        var order = confirmedOrder();
        shop.report(order, "SHIPPED");
        shop.report(order, "DELIVERED");
        return order;
    }

    /** Confirmed, with nothing left to do. */
    private String confirmedOrder() {
        var order = shop.orderLamps("tok_approved");
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT position FROM checkout WHERE order_id = ?")
                        .param(Long.valueOf(id(order)))
                        .query(String.class)
                        .single())
                .isEqualTo("DONE"));
        return order;
    }

    private static void verify(int times, String path, String order, String json) {
        var request = putRequestedFor(urlPathMatching(path.formatted(id(order))));
        NEIGHBOURS.server().verify(times, json == null ? request : request.withRequestBody(equalToJson(json)));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
