package ecommerce.order.amendment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmendmentRefundIT extends AmendmentTest {

    @Test
    void refundsAtMostTheRestOfThePayment() {
        var order = confirmedOrder();
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .withRequestBody(equalToJson("{\"amount\":10.50}", true, true))
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"refundableAmount\":4.00}", 409)));

        cancel(order, "partly-refunded", ONE_LAMP, 200);

        verifyRefund(order, "4.00", "Cancelled", "user" + shop.userId());
    }

    @Test
    void waitsForAnEarlierRefundThatIsPending() {
        var order = confirmedOrder();
        var pending = NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .willReturn(
                        WireMock.jsonResponse("{\"status\":409,\"refundableAmount\":0,\"pendingAmount\":21}", 409)));
        cancel(order, "pending", ONE_LAMP, 202);
        assertThat(shop.read(order + "/amendments").toString()).contains("RUNNING");

        NEIGHBOURS.server().removeStub(pending);

        await().untilAsserted(() ->
                assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
    }

    @Test
    void refundsALaterReturnAlthoughAnAmendmentWasClosedByHand() {
        var order = deliveredOrder();
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .willReturn(WireMock.okJson("{\"refundStatus\":\"FAILED\"}")));
        shop.staff()
                .with("Idempotency-Key", "refused")
                .post(order + "/return", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isEqualTo(202);
        awaitFlag(order);

        shop.staff()
                .post(order + "/close", Map.of("outcome", "REFUNDED_OUTSIDE", "note", "In cash"))
                .expectStatus()
                .isOk();
        assertThat(shop.read(order + "/amendments").toString()).contains("DONE");
        shop.staff().post(order + "/return", null).expectStatus().isOk();

        NEIGHBOURS
                .server()
                .verify(
                        1,
                        WireMock.postRequestedFor(
                                urlPathMatching("/internal/payments/%s/reverse".formatted(id(order)))));
    }

    @Test
    void refusesToCloseAnAmendmentAsRefundedOutsideWhileItsRefundIsPending() {
        var order = confirmedOrder();
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .willReturn(WireMock.okJson("{\"refundStatus\":\"PENDING\"}")));
        NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/payments/\\d+/void"))
                .willReturn(WireMock.okJson("{\"paymentStatus\":\"CAPTURED\",\"pendingAmount\":10.50}")));
        cancel(order, "unanswered", ONE_LAMP, 202);
        awaitFlag(order);

        shop.staff()
                .post(order + "/close", Map.of("outcome", "REFUNDED_OUTSIDE", "note", "In cash"))
                .expectStatus()
                .isEqualTo(409);

        assertThat(shop.read(order).get("attention")).isNotNull();
    }

    @Test
    void retriesAnAmendmentUntilPaymentServiceIsAvailable() {
        var order = confirmedOrder();
        var away = NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/payments/\\d+/refunds/.*"))
                .willReturn(WireMock.serviceUnavailable()));
        cancel(order, "later", ONE_LAMP, 202);
        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(409);
        NEIGHBOURS.server().removeStub(away);

        await().untilAsserted(() ->
                assertThat(shop.read(order + "/amendments").toString()).contains("DONE"));
        assertThat(shop.read(order).get("attention")).isNull();
    }
}
