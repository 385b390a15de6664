package ecommerce.order.reconciliation;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationIT extends ReconciliationTest {

    @Test
    void findsNoMismatchIfAllServicesAgree(@Autowired ReconciliationMetrics metrics, @Autowired MeterRegistry meters) {
        assertThat(run()).isEmpty();

        assertThat(shop.staff().get("/api/orders/reconciliation"))
                .satisfies(last -> assertThat(body(last).get("mismatches")).isEqualTo(0));
        metrics.read();
        assertThat(mismatches(meters)).isZero();
    }

    @Test
    void reportsAMismatchThatItCannotRepair(@Autowired ReconciliationMetrics metrics, @Autowired MeterRegistry meters) {
        play(
                "/internal/payments",
                "{'orderId':%d,'paymentStatus':'CAPTURED','amount':20,'capturedAmount':20,'refundedAmount':0}");

        assertThat(run()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_NOT_CAPTURED");
            assertThat(mismatch).doesNotContainKey("repair");
        });
        metrics.read();
        assertThat(mismatches(meters)).isEqualTo(1);
    }

    @Test
    void releasesAShipmentThatWasNotReleased() {
        play("/internal/shippings", shipment("PENDING"));

        assertThat(run()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.get("kind")).isEqualTo("SHIPMENT_NOT_RELEASED");
            assertThat(mismatch).containsKey("repair");
        });
        await().untilAsserted(() -> verify(2, "/internal/shippings/%d/release"));
    }

    @Test
    void repeatsTheUndoStepsOfACancelledOrder() {
        shop.customer().post(order + "/cancel", null).expectStatus().isOk();
        play("/internal/shippings", shipment("CANCELLED"));
        play("/internal/reservations", "{'orderId':%d,'reservationStatus':'RETURNED','items':[]}");

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_NOT_RETURNED"));
        await().untilAsserted(() -> verify(2, "/internal/payments/%d/reverse"));
        awaitPosition(order, "DONE");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
    }

    @Test
    void reversesAnAuthorisedPaymentOfAnOrderThatThePreviousVersionClosedByHand() {
        shop.customer().post(order + "/cancel", null).expectStatus().isOk();
        jdbc.sql("UPDATE checkout SET closed_by_hand = true WHERE order_id = ?")
                .param(orderId)
                .update();
        play("/internal/shippings", shipment("CANCELLED"));
        play("/internal/reservations", "{'orderId':%d,'reservationStatus':'RETURNED','items':[]}");
        play(
                "/internal/payments",
                "{'orderId':%d,'paymentStatus':'AUTHORISED','amount':21,'capturedAmount':0,'refundedAmount':0}");

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_NOT_RETURNED"));
        await().untilAsserted(() -> verify(2, "/internal/payments/%d/reverse"));
        awaitPosition(order, "DONE");
    }

    @Test
    void resumesAnOrderWithoutATask() {
        jdbc.sql(
                        "UPDATE checkout SET position = 'RELEASE_SHIPMENT', step_since = now() - interval '1 hour' WHERE order_id = ?")
                .param(orderId)
                .update();

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("CHECKOUT_LOST"));
        awaitPosition(order, "DONE");
    }

    @Test
    void findsDataWithoutAnOrder() {
        play(
                "/internal/payments",
                "{'orderId':%1$d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0},"
                        + "{'orderId':9%1$d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0}");

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_WITHOUT_ORDER"));
    }

    @Test
    void reportsAnOrderThatStaysAtAStep() {
        jdbc.sql(
                        "UPDATE checkout SET position = 'RELEASE_SHIPMENT', step_since = now() - interval '2 hours' WHERE order_id = ?")
                .param(orderId)
                .update();
        jdbc.sql("UPDATE orders SET changed_at = now() - interval '2 hours' WHERE order_id = ?")
                .param(orderId)
                .update();
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'fulfilment', order_id || ':' || round, now() + interval '1 day', false, 1"
                        + " FROM checkout WHERE order_id = ?")
                .param(orderId)
                .update();

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("NOT_MOVING"));
        jdbc.sql(
                        "UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = (SELECT order_id || ':' || round"
                                + " FROM checkout WHERE order_id = ?)")
                .param(orderId)
                .update();
        awaitPosition(order, "DONE");
    }

    @Test
    void comparesInTheBackgroundAsSoonAsAllServicesAnswer() {
        var away = NEIGHBOURS.override(
                WireMock.get(urlPathEqualTo("/internal/payments/lookup")).willReturn(WireMock.serviceUnavailable()));
        var before = lastRun();

        shop.staff().post(PATH, null).expectStatus().isAccepted().expectHeader().location(PATH);
        assertThat(lastRun()).isEqualTo(before);

        NEIGHBOURS.server().removeStub(away);
        await().until(() -> lastRun() > before);
    }

    @Test
    void letsARequestJoinARequestedRun() {
        var before = latestRun();
        NEIGHBOURS.server().setGlobalFixedDelay(400);
        var first = CompletableFuture.runAsync(() -> shop.staff().post(PATH, null));
        await().until(() -> latestRun() > before);
        NEIGHBOURS.server().setGlobalFixedDelay(0);
        var running = latestRun();

        var second = shop.staff().post(PATH, null);

        assertThat(((Number) body(second).get("runId")).longValue()).isEqualTo(running);
        assertThat(latestRun()).isEqualTo(running);
        first.join();
    }

    @Test
    void isOnlyForStaff() {
        shop.customer().get("/api/orders/reconciliation").expectStatus().isForbidden();
        shop.customer().post("/api/orders/reconciliation", null).expectStatus().isForbidden();
    }

    private static double mismatches(MeterRegistry meters) {
        return meters.get("shop.reconciliation.mismatches").gauge().value();
    }
}
