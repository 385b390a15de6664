package ecommerce.order.reconciliation;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.order.OrderServiceTest;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationIT extends OrderServiceTest {

    String order;
    long orderId;

    /** One order, of all that there are: others' tests leave some behind that nobody here has heard of. */
    @BeforeEach
    void confirmAnOrder() {
        order = shop.orderLamps("tok_approved");
        orderId = Long.parseLong(order.substring(order.lastIndexOf('/') + 1));
        await().untilAsserted(() -> assertThat(position()).isEqualTo("DONE"));
        jdbc.sql("UPDATE orders SET changed_at = now() - interval '8 days' WHERE order_id <> ?").param(orderId).update();
        play("/internal/reservations", "{'orderId':%d,'reservationStatus':'COMMITTED','items':[{'productId':900001,'quantity':2}]}");
        play("/internal/payments", "{'orderId':%d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0}");
        play("/internal/shippings", shipment("READY"));
    }

    @Test
    void findsNothingWhereAllAgree(@Autowired MeterRegistry meters) {
        assertThat(run()).isEmpty();

        assertThat(shop.staff().get("/api/orders/reconciliation")).satisfies(last -> assertThat(body(last).get("mismatches"))
                .isEqualTo(0));
        awaitGauge(meters, 0);
    }

    @Test
    void reportsWhatItCanNotMend(@Autowired MeterRegistry meters) {
        play("/internal/payments", "{'orderId':%d,'paymentStatus':'CAPTURED','amount':20,'capturedAmount':20,'refundedAmount':0}");

        assertThat(run()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_NOT_CAPTURED");
            assertThat(mismatch).doesNotContainKey("repair");
        });
        awaitGauge(meters, 1);
    }

    @Test
    void releasesAShipmentThatWaits() {
        play("/internal/shippings", shipment("PENDING"));

        assertThat(run()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.get("kind")).isEqualTo("SHIPMENT_NOT_RELEASED");
            assertThat(mismatch).containsKey("repair");
        });
        await().untilAsserted(() -> verify(2, "/internal/shippings/%d/release"));
    }

    @Test
    void givesBackOnceMoreWhatACancelledOrderStillHolds() {
        shop.customer().post(order + "/cancel", null).expectStatus().isOk();
        play("/internal/shippings", shipment("CANCELLED"));
        play("/internal/reservations", "{'orderId':%d,'reservationStatus':'RETURNED','items':[]}");

        assertThat(run()).singleElement().satisfies(mismatch -> assertThat(mismatch.get("kind"))
                .isEqualTo("PAYMENT_NOT_RETURNED"));
        await().untilAsserted(() -> verify(2, "/internal/payments/%d/reverse"));
        await().untilAsserted(() -> assertThat(position()).isEqualTo("DONE"));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
    }

    @Test
    void takesUpAnOrderThatHasLostItsTask() {
        jdbc.sql("UPDATE checkout SET position = 'RELEASE_SHIPMENT', step_since = now() - interval '1 hour' WHERE order_id = ?")
                .param(orderId)
                .update();

        assertThat(run()).singleElement().satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("CHECKOUT_LOST"));
        await().untilAsserted(() -> assertThat(position()).isEqualTo("DONE"));
    }

    @Test
    void findsWhatBelongsToNoOrder() {
        play("/internal/payments", "{'orderId':%1$d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0},"
                + "{'orderId':9%1$d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0}");

        assertThat(run()).singleElement().satisfies(mismatch -> assertThat(mismatch.get("kind"))
                .isEqualTo("PAYMENT_WITHOUT_ORDER"));
    }

    @Test
    void cancelsAConfirmedOrderThatWasRefundedInFull() {
        play("/internal/payments", "{'orderId':%d,'paymentStatus':'REFUNDED','amount':21,'capturedAmount':21,'refundedAmount':21}");

        assertThat(run()).singleElement().satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_REFUNDED"));

        shop.awaitStatus(order, "CANCELLED");
        verify(1, "/internal/shippings/%d/cancel");
        verify(1, "/internal/reservations/%d/return");
    }

    @Test
    void cancelsARefundedOrderAsSoonAsTheFeedTells(@Autowired Scheduler scheduler) {
        var cursor = System.nanoTime();
        NEIGHBOURS.server().stubFor(WireMock.get(urlPathEqualTo("/internal/payments/changes"))
                .atPriority(1)
                .willReturn(WireMock.okJson(
                        "{\"collection\":[{\"cursor\":%d,\"orderId\":%d,\"capturedAmount\":21,\"refundedAmount\":21}]}"
                                .formatted(cursor, orderId))));
        scheduler.reschedule(TaskInstanceId.of("watch-refunds", RecurringTask.INSTANCE), Instant.now());

        shop.awaitStatus(order, "CANCELLED");
        assertThat(jdbc.sql("SELECT position FROM book_cursor WHERE book = 'refund-feed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(cursor);
    }

    @Test
    void reportsAnOrderThatHasATaskAndDoesNotMove() {
        jdbc.sql("UPDATE checkout SET position = 'RELEASE_SHIPMENT', step_since = now() - interval '2 hours' WHERE order_id = ?")
                .param(orderId)
                .update();
        jdbc.sql("UPDATE orders SET changed_at = now() - interval '2 hours' WHERE order_id = ?").param(orderId).update();
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'fulfilment', order_id || ':' || round, now() + interval '1 day', false, 1"
                        + " FROM checkout WHERE order_id = ?")
                .param(orderId)
                .update();

        assertThat(run()).singleElement().satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("NOT_MOVING"));
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = (SELECT order_id || ':' || round"
                        + " FROM checkout WHERE order_id = ?)")
                .param(orderId)
                .update();
        await().untilAsserted(() -> assertThat(position()).isEqualTo("DONE"));
    }

    @Test
    void isForStaffAlone() {
        shop.customer().get("/api/orders/reconciliation").expectStatus().isForbidden();
        shop.customer().post("/api/orders/reconciliation", null).expectStatus().isForbidden();
    }

    private static void awaitGauge(MeterRegistry meters, int mismatches) {
        await().untilAsserted(() -> assertThat(meters.get("shop.reconciliation.mismatches").gauge().value())
                .isEqualTo(mismatches));
    }

    @SuppressWarnings("unchecked") // JSON
    private List<Map<String, Object>> run() {
        return (List<Map<String, Object>>) body(shop.staff().post("/api/orders/reconciliation", null)).get("found");
    }

    private static String shipment(String status) {
        return "{'shippingId':1,'orderId':%d,'shippingStatus':'" + status
                + "','changedAt':'2026-01-01T00:00:00Z','items':[{'productId':900001,'orderedQuantity':2}]}";
    }

    /** What a service knows of the order; %d is its id. */
    private void play(String path, String entry) {
        var body = "{\"collection\":[%s]}".formatted(entry.formatted(orderId).replace('\'', '"'));
        NEIGHBOURS.server().stubFor(WireMock.get(urlPathMatching(path + "(/lookup)?")).atPriority(1).willReturn(WireMock.okJson(body)));
    }

    private String position() {
        return jdbc.sql("SELECT position FROM checkout WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    private void verify(int times, String path) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(orderId))));
    }
}
