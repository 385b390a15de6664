package ecommerce.order.order;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowingOrdersIT extends OrderServiceTest {

    @Test
    void showsAnOrderOnlyToItsOwnerAndStaff() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");

        for (var odd :
                new String[] {"from=%2B999999999-12-31T23:59:59Z", "to=-999999999-01-01T00:00:00Z", "from=x", "userId=x"
                }) {
            shop.customer()
                    .get("/api/orders?" + odd)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(odd.substring(0, odd.indexOf('=')))
                    .jsonPath("$.errors[0].message")
                    .value(String.class, message -> assertThat(message).doesNotContain("java."));
        }
        new TestShop(client).customer().get(order).expectStatus().isNotFound();
        TestRequests.anonymous(client).get(order).expectStatus().isUnauthorized();
        TestRequests.as(client, TestTokens.admin())
                .get("/api/orders?orderStatus=CONFIRMED&userId=%d&from=2020-01-01T00:00:00Z&sort=orderFee,desc"
                        .formatted(shop.userId()))
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].items[0].lineTotal")
                .isEqualTo(21.0);
        TestRequests.as(client, TestTokens.staff(shop.userId()))
                .get("/api/orders?userId=me")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        shop.customer()
                .patch(order, Map.of("orderDesc", "Ring twice\nand wait"))
                .expectStatus()
                .isOk();
        shop.customer()
                .patch(order, Map.of())
                .expectBody()
                .jsonPath("$.orderDesc")
                .isEqualTo("Ring twice\nand wait");
        shop.customer()
                .patch(order, Collections.singletonMap("orderDesc", null))
                .expectBody()
                .jsonPath("$.orderDesc")
                .doesNotExist();
        shop.customer().get("/api/orders?status=PENDING").expectStatus().isBadRequest();
        shop.customer()
                .patch(order, Map.of("orderDesc", "Ring twice"))
                .expectStatus()
                .isOk();
        shop.customer()
                .with("If-Match", "\"0\"")
                .patch(order, Map.of("orderDesc", "Late"))
                .expectStatus()
                .isEqualTo(412);
        assertThat(shop.read(order).get("orderDesc")).isEqualTo("Ring twice");
    }

    @Test
    void showsAnOrderAsTheListDoes() {
        var order = shop.orderLamps("tok_declined");
        shop.awaitStatus(order, "REJECTED");

        assertThat(body(shop.customer().get("/api/orders")).get("collection")).isEqualTo(List.of(shop.read(order)));
    }

    @Test
    void followsTheShipmentOnRepeatedEvents() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        var shipped = event("SHIPPED");
        var delivered = event("DELIVERED");

        report(order, partly("SHIPPED"), 204);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
        report(order, shipped, 204);
        report(order, shipped, 204);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
        report(order, delivered, 204);
        report(order, shipped, 204);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("DELIVERED");
        report("/api/orders/-1", shipped, 404);
    }

    @Test
    void acceptsADeliveryBeforeTheDispatch() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");

        report(order, event("DELIVERED"), 204);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("DELIVERED");
        report(order, event("SHIPPED"), 204);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("DELIVERED");
    }

    @Test
    void notesAnEventOfACancelledOrder() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        shop.customer().post(order + "/cancel", null).expectStatus().is2xxSuccessful();
        shop.awaitStatus(order, "CANCELLED");

        report(order, event("SHIPPED"), 204);

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
        assertThat(shop.read(order).get("history").toString()).contains("The goods are reported as SHIPPED");
    }

    @Test
    void refusesAnEventBeforeTheOrderIsConfirmed() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        jdbc.sql("UPDATE orders SET status = 'PENDING' WHERE order_id = ?")
                .param(Long.valueOf(id(order)))
                .update();
        var shipped = event("SHIPPED");

        report(order, shipped, 409);
        jdbc.sql("UPDATE orders SET status = 'CONFIRMED' WHERE order_id = ?")
                .param(Long.valueOf(id(order)))
                .update();
        report(order, shipped, 204);

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
    }

    private void report(String order, Map<String, Object> event, int status) {
        TestRequests.as(client, TestTokens.service("shipping-service"))
                .post("/internal/orders/%s/shipment-events".formatted(id(order)), event)
                .expectStatus()
                .isEqualTo(status);
    }

    private static Map<String, Object> event(String status) {
        return event(status, true);
    }

    /** Returns an event of one shipment of several. */
    private static Map<String, Object> partly(String status) {
        return event(status, false);
    }

    private static Map<String, Object> event(String status, boolean complete) {
        return Map.of(
                "complete",
                complete,
                "eventId",
                UUID.randomUUID(),
                "shippingId",
                1,
                "shippingStatus",
                status,
                "occurredAt",
                "2026-01-01T00:00:00Z");
    }

    private static RequestPatternBuilder post(String path, String order) {
        return postRequestedFor(urlPathMatching(path.formatted(id(order))));
    }
}
