package ecommerce.order.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnRequestIT extends AmendmentTest {

    @Test
    void recordsAReturnThatStaffRequest() {
        var order = deliveredOrder();

        shop.staff()
                .post(order + "/return-requests", Map.of("items", ONE_LAMP, "reason", "By telephone"))
                .expectStatus()
                .is2xxSuccessful();

        shop.staff()
                .get("/api/orders/audit?action=return-request.create&subjectType=order&subjectId=" + id(order))
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("return-request.create"));
    }

    @Test
    void letsStaffAcceptAndReceiveAReturnRequest() {
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
        TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))))
                .post(request + "/receive", Map.of("restock", true))
                .expectStatus()
                .isUnauthorized();
        shop.staff()
                .post(request + "/receive", Map.of("restock", true))
                .expectStatus()
                .isOk();

        await().untilAsserted(() ->
                assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        verifyRefund(order, "10.50", "Too bright", "admin");
        shop.staff()
                .post(request + "/refuse", Map.of("reason", "Too late"))
                .expectStatus()
                .isEqualTo(409);
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
                .isEqualTo("Used")
                .jsonPath("$.collection[0].decidedBy")
                .isEqualTo("admin")
                .jsonPath("$.collection[0].requestedBy")
                .isEqualTo("user" + shop.userId());
        shop.customer()
                .get(order + "/amendments")
                .expectBody()
                .jsonPath("$.collection[0].decidedBy")
                .isEqualTo("shop")
                .jsonPath("$.collection[0].requestedBy")
                .isEqualTo("user" + shop.userId());
        verify(0, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void refundsALostParcelOnce() {
        var order = confirmedOrder();
        shop.report(order, "SHIPPED");
        var lost = event("SHIPPED", Map.of("failure", "LOST", "items", ONE_LAMP, "reason", "Carrier lost it"));

        report(order, lost);
        report(order, lost);

        await().untilAsserted(() ->
                assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        verifyRefund(order, "10.50", "Carrier lost it", "shipping-service");
        verify(
                1,
                "/internal/reservations/%s/returns/.*",
                order,
                "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":false}");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
    }

    @Test
    void returnsToTheStatusOfACorrectedParcel() {
        var order = deliveredOrder();

        report(order, event("SHIPPED", Map.of("correction", true, "reason", "Wrong order")));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
        report(order, event("READY", Map.of("correction", true, "reason", "Still here")));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
        shop.report(order, "SHIPPED");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
    }
}
