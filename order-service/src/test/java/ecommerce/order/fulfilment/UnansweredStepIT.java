package ecommerce.order.fulfilment;

import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import ecommerce.order.fulfilment.FulfilmentEngine.Result;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UnansweredStepIT extends OrderServiceTest {

    private static final List<String> AGES =
            List.of("shop.orders.oldest.attention", "shop.orders.oldest.pending", "shop.fulfilment.oldest.step");
    private static final double NINETEEN_YEARS = Duration.ofDays(19 * 365).toSeconds();

    @Autowired
    private FulfilmentProgress progress;

    @Autowired
    private FulfilmentStore store;

    /** The first request has created the shipment, but its answer was lost. */
    @Test
    void repeatsAShipmentThatConflictsWithItsOwnFirstRequest() {
        var conflict = NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/shippings/\\d+"))
                .willReturn(WireMock.jsonResponse("{\"status\":409}", 409)));
        var order = shop.orderLamps("tok_approved");
        await().untilAsserted(() -> assertThat(NEIGHBOURS
                        .server()
                        .findAll(putRequestedFor(urlPathMatching("/internal/shippings/" + id(order)))))
                .hasSizeGreaterThan(1));

        NEIGHBOURS.server().removeStub(conflict);

        shop.awaitStatus(order, "CONFIRMED");
    }

    /** The second order waits while the first is at the same payment step, and goes on after that. */
    @Test
    void limitsTheOrdersAtASlowStep(@Autowired FulfilmentProperties properties, @Autowired Scheduler scheduler)
            throws Exception {
        scheduler.pause();
        var first = id(shop.orderLamps("tok_approved"));
        var second = id(new TestShop(client).orderLamps("tok_approved"));
        var engine = new FulfilmentEngine(progress, oneOrderAtASlowStep(properties), Clock.systemUTC());
        var asked = new CompletableFuture<Void>();
        var answer = new CompletableFuture<Void>();
        NEIGHBOURS.server().addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().equals("/internal/payments/" + first)) {
                asked.complete(null);
                answer.join();
            }
        });

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = executor.submit(() -> engine.run(Long.parseLong(first), 0));
            asked.get(1, TimeUnit.MINUTES);

            assertThat(engine.run(Long.parseLong(second), 0)).isEqualTo(Result.BUSY);
            NEIGHBOURS.server().verify(0, putRequestedFor(urlPathMatching("/internal/payments/" + second)));

            answer.complete(null);
            assertThat(run.get()).isEqualTo(Result.FINISHED);
            assertThat(engine.run(Long.parseLong(second), 0)).isEqualTo(Result.FINISHED);
        } finally {
            answer.complete(null);
            scheduler.resume();
        }
        shop.awaitStatus("/api/orders/" + first, "CONFIRMED");
    }

    @Test
    void showsForHowLongAnOrderHasWaited(@Autowired FulfilmentMetrics metrics, @Autowired MeterRegistry meters) {
        var away = NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);
        update(
                "UPDATE orders SET order_date = now() - interval '20 years', attention_since = now() - interval '20 years'"
                        + " WHERE order_id = ?",
                order);
        update("UPDATE checkout SET step_since = now() - interval '20 years' WHERE order_id = ?", order);

        metrics.read();

        assertThat(AGES)
                .allSatisfy(age -> assertThat(meters.get(age).gauge().value()).isGreaterThan(NINETEEN_YEARS));
        assertThat(meters.get("shop.orders.needing.attention").gauge().value()).isPositive();
        assertThat(meters.get("shop.orders.pending").gauge().value()).isPositive();
        NEIGHBOURS.server().removeStub(away);
        shop.awaitStatus(order, "CONFIRMED");
        awaitPosition(order, "DONE");
        metrics.read();
        assertThat(AGES)
                .allSatisfy(age -> assertThat(meters.get(age).gauge().value()).isLessThan(NINETEEN_YEARS));
    }

    private void update(String sql, String order) {
        assertThat(jdbc.sql(sql).param(Long.valueOf(id(order))).update()).isEqualTo(1);
    }

    private static FulfilmentProperties oneOrderAtASlowStep(FulfilmentProperties properties) {
        return new FulfilmentProperties(
                properties.firstRetry(),
                properties.longestRetry(),
                properties.deadline(),
                properties.attentionAfter(),
                1);
    }

    @Test
    void countsNoTimeInWhichNobodyWasAsked() {
        var order = shop.orderLamps("tok_approved");
        awaitPosition(order, "DONE");
        var orderId = Long.parseLong(id(order));
        jdbc.sql("UPDATE checkout SET position = 'CAPTURE_PAYMENT', asked_last = now() - interval '1 day'"
                        + " WHERE order_id = ?")
                .param(orderId)
                .update();

        var at = progress.load(orderId, 0).orElseThrow();
        assertThat(store.addUnanswered(at, Duration.ofSeconds(10))).contains(Duration.ofSeconds(20));

        jdbc.sql("UPDATE checkout SET position = 'DONE' WHERE order_id = ?")
                .param(orderId)
                .update();
    }
}
