package ecommerce.order.fulfilment;

import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.OrderServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UnansweredStepIT extends OrderServiceTest {

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
