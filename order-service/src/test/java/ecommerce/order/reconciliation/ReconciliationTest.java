package ecommerce.order.reconciliation;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.OrderServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Provides one confirmed order that agrees with the data of all other services. */
abstract class ReconciliationTest extends OrderServiceTest {

    static final String PATH = "/api/orders/reconciliation";

    String order;
    long orderId;

    /**
     * Confirms one order, and excludes the orders of other tests from the comparison, because the stubs don't know
     * them.
     */
    @BeforeEach
    void confirmAnOrder() {
        order = shop.orderLamps("tok_approved");
        orderId = Long.parseLong(order.substring(order.lastIndexOf('/') + 1));
        awaitPosition(order, "DONE");
        jdbc.sql("UPDATE orders SET changed_at = now() - interval '8 days' WHERE order_id <> ?")
                .param(orderId)
                .update();
        play(
                "/internal/reservations",
                "{'orderId':%d,'reservationStatus':'COMMITTED','items':[{'productId':900001,'quantity':2}]}");
        play(
                "/internal/payments",
                "{'orderId':%d,'paymentStatus':'CAPTURED','amount':21,'capturedAmount':21,'refundedAmount':0}");
        play("/internal/shippings", shipment("READY"));
    }

    /** Requests a comparison and returns what it has found. */
    @SuppressWarnings("unchecked") // JSON
    protected List<Map<String, Object>> run() {
        var before = lastRun();
        shop.staff().post(PATH, null).expectStatus().is2xxSuccessful();
        await().until(() -> lastRun() > before);
        return (List<Map<String, Object>>) body(shop.staff().get(PATH)).get("found");
    }

    protected long lastRun() {
        return jdbc.sql("SELECT coalesce(max(run_id), 0) FROM reconciliation_run WHERE finished_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    protected long latestRun() {
        return jdbc.sql("SELECT coalesce(max(run_id), 0) FROM reconciliation_run")
                .query(Long.class)
                .single();
    }

    protected static String shipment(String status) {
        return "{'shippingId':1,'orderId':%d,'shippingStatus':'" + status
                + "','changedAt':'2026-01-01T00:00:00Z','items':[{'productId':900001,'orderedQuantity':2}]}";
    }

    /** Stubs the data that a service has about the order; %d is the order's id. */
    protected void play(String path, String entry) {
        var body = "{\"collection\":[%s]}".formatted(entry.formatted(orderId).replace('\'', '"'));
        NEIGHBOURS.override(WireMock.get(urlPathMatching(path + "(/lookup)?")).willReturn(WireMock.okJson(body)));
    }

    protected void verify(int times, String path) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(orderId))));
    }
}
