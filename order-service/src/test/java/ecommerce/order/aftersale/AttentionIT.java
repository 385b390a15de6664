package ecommerce.order.aftersale;

import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;

class AttentionIT extends OrderServiceTest {

    @Test
    void flagsAnOrderWhoseCaptureGetsNoAnswerAndRetries() {
        var away = captureFails();
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("PENDING");
        shop.staff()
                .get("/api/orders?orderStatus=NEEDS_ATTENTION&userId=" + shop.userId())
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].attention.reason")
                .isEqualTo("CAPTURE_PAYMENT: no answer (ServiceUnavailable)");

        NEIGHBOURS.server().removeStub(away);

        shop.awaitStatus(order, "CONFIRMED");
        assertThat(shop.read(order).get("attention")).isNull();
        verify(1, "/internal/shippings/%s/release", order);
    }

    @Test
    void retriesOneOrderOrAllOrdersOfAFilter() {
        var away = captureFails();
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        shop.staff().post(order + "/retry", null).expectStatus().isEqualTo(202);
        assertThat(shop.read(order).get("history").toString()).contains("Retried");
        shop.staff()
                .post("/api/orders/retry?userId=" + shop.userId(), null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.retried")
                .isEqualTo(1);

        NEIGHBOURS.server().removeStub(away);
        shop.staff().post(order + "/retry", null); // Or the retry before succeeds by now.
        shop.awaitStatus(order, "CONFIRMED");
        shop.customer().post("/api/orders/retry", null).expectStatus().isForbidden();
        shop.staff()
                .post("/api/orders/retry?orderStatus=PENDING", null)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void retriesAsManyOrdersAsARequestMayAndNamesTheNext() {
        captureFails();
        var first = shop.orderLamps("tok_approved");
        shop.cartWithLamps();
        var second = "/api/orders/" + number(body(shop.checkOut("another-key", "tok_approved")), "orderId");
        awaitFlag(first);
        awaitFlag(second);
        var one = "/api/orders/retry?limit=1&recipient=ada&userId=" + shop.userId();

        var next = number(body(shop.staff().post(one, null)), "next");
        assertThat(next).isEqualTo(Long.parseLong(id(first)));
        assertThat(shop.read(second).get("history").toString()).doesNotContain("Retried");
        var last = body(shop.staff().post(one + "&after=" + next, null));

        assertThat(last.get("retried")).isEqualTo(1);
        assertThat(last.get("next")).isNull();
        assertThat(shop.read(second).get("history").toString()).contains("Retried");
        assertThat(body(shop.staff().post(one + "&email=nobody", null)).get("retried"))
                .isEqualTo(0);
    }

    @Test
    void refundsAnOrderWhoseCaptureGetsNoAnswer() {
        captureFails();
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        shop.staff()
                .post(order + "/refund", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("REJECTED")
                .jsonPath("$.reason")
                .isEqualTo("Refunded by staff");
        verify(1, "/internal/shippings/%s/cancel", order);
        verify(1, "/internal/payments/%s/reverse", order);
        verify(1, "/internal/reservations/%s/return", order);
    }

    @Test
    void rejectsAnOrderImmediatelyIfARequestIsInvalid() {
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+"))
                .willReturn(WireMock.jsonResponse("{\"status\":400}", 400)));

        var order = shop.orderLamps("tok_approved");

        shop.awaitStatus(order, "REJECTED");
        assertThat(shop.read(order).get("reason")).isEqualTo("The order could not be processed");
    }

    @Test
    void repeatsARequestThatConflictsWithAnEarlierOne() {
        var conflict = NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+"))
                .willReturn(WireMock.jsonResponse("{\"status\":409}", 409)));
        var order = shop.orderLamps("tok_approved");
        var payment = putRequestedFor(urlPathEqualTo(order.replace("/api/orders", "/internal/payments")));
        await().untilAsserted(() -> NEIGHBOURS.server().verify(moreThanOrExactly(2), payment));

        NEIGHBOURS.server().removeStub(conflict);

        shop.awaitStatus(order, "CONFIRMED");
        assertThat(shop.read(order).get("attention")).isNull();
    }

    @Test
    void flagsAnOrderImmediatelyIfItsCaptureIsInvalid() {
        var invalid = NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .willReturn(WireMock.jsonResponse("{\"status\":400}", 400)));
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        assertThat(shop.read(order).get("attention").toString()).contains("CAPTURE_PAYMENT: refused with status 400");
        NEIGHBOURS.server().removeStub(invalid);
        shop.awaitStatus(order, "CONFIRMED");
    }

    @Test
    void continuesAnOrderThatThePreviousVersionParked() {
        var away = captureFails();
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);
        var id = Long.valueOf(id(order));
        jdbc.sql("UPDATE orders SET status = 'NEEDS_ATTENTION', attention_since = NULL WHERE order_id = ?")
                .param(id)
                .update();
        jdbc.sql("INSERT INTO order_history (order_id, position, at, changed_by, status_from, status_to, reason)"
                        + " SELECT ?, max(position) + 1, now(), 'checkout', 'PENDING', 'NEEDS_ATTENTION', 'Unknown'"
                        + " FROM order_history WHERE order_id = ?")
                .params(id, id)
                .update();
        jdbc.sql("UPDATE checkout SET parked = true WHERE order_id = ?")
                .param(id)
                .update();
        NEIGHBOURS.server().removeStub(away);

        runSoon("adopt-parked-orders");

        shop.awaitStatus(order, "CONFIRMED");
        assertThat(shop.read(order).get("attention")).isNull();
    }

    @Test
    void rejectsAnOrderWhoseCaptureTheProviderRefuses() {
        NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"paymentStatus\":\"AUTHORISED\"}", 409)));
        var order = shop.orderLamps("tok_capture_refused");

        shop.awaitStatus(order, "REJECTED");
        verify(1, "/internal/payments/%s/reverse", order);
        verify(1, "/internal/reservations/%s/return", order);
    }

    private StubMapping captureFails() {
        return NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .willReturn(WireMock.serviceUnavailable()));
    }

    private static void verify(int times, String path, String order) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(id(order)))));
    }
}
