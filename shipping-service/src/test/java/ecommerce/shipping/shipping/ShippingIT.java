package ecommerce.shipping.shipping;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.shipping.ShippingServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ShippingIT extends ShippingServiceTest {

    @Test
    void createsAShipmentOnceAndSumsItsLines() {
        var first = number(body(create()), "shippingId");
        var second = number(body(create()), "shippingId");

        assertThat(second).isEqualTo(first);
        customer(7)
                .get("/api/shippings/" + first)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.shippingStatus")
                .isEqualTo("PENDING")
                .jsonPath("$.items[0].orderedQuantity")
                .isEqualTo(3)
                .jsonPath("$.address.city")
                .isEqualTo("Cali");
    }

    @Test
    void shipsAndReportsOnlyReleasedShipments() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        staff.patch(path, Map.of("shippingStatus", "SHIPPED")).expectStatus().isEqualTo(409);

        expectStatus(orderService.post(internal + "/release", null), "READY");
        expectStatus(orderService.post(internal + "/release", null), "READY");
        expectStatus(
                staff.patch(path, Map.of("shippingStatus", "SHIPPED", "carrier", "Post", "trackingNumber", "T1")),
                "SHIPPED");
        expectStatus(staff.patch(path, Map.of("shippingStatus", "DELIVERED")), "DELIVERED");

        await().untilAsserted(() -> assertThat(reports()).containsExactly("SHIPPED", "DELIVERED"));
        customer(7)
                .get(path)
                .expectBody()
                .jsonPath("$.trackingNumber")
                .isEqualTo("T1")
                .jsonPath("$.history.length()")
                .isEqualTo(4)
                .jsonPath("$.history[2].by")
                .isEqualTo("shop");
        staff.get(path).expectBody().jsonPath("$.history[2].by").isEqualTo("admin");
        assertThat(openReports()).isZero();
    }

    @Test
    void reportsInOrderAfterAnOutageOfOrderService() {
        NEIGHBOURS.server().stubFor(WireMock.post(reportsPath()).willReturn(serverError()));
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
        staff.patch(path, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();
        staff.patch(path, Map.of("shippingStatus", "DELIVERED")).expectStatus().isOk();
        await().untilAsserted(() -> assertThat(reports()).containsExactly("SHIPPED"));
        assertThat(openReports()).isEqualTo(2);

        NEIGHBOURS.playContractsOf("order-service");

        await().untilAsserted(() -> assertThat(openReports()).isZero());
        assertThat(reports()).containsExactly("SHIPPED", "DELIVERED");
    }

    @Test
    void refusesAShipmentAfterItsCancellation() {
        expectStatus(orderService.post(internal + "/cancel", null), "CANCELLED");
        expectStatus(orderService.post(internal + "/cancel", null), "CANCELLED");
        create().expectStatus().isEqualTo(409);
        orderService.post(internal + "/release", null).expectStatus().isEqualTo(409);
    }

    @Test
    void refusesToCancelAShippedShipment() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
        staff.patch(path, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();

        orderService.post(internal + "/cancel", null).expectStatus().isEqualTo(409);
    }

    private ResponseSpec create() {
        var item = Map.of("productId", 5, "orderedQuantity", 1);
        var address = Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali");
        return orderService.put(
                internal,
                Map.of(
                        "userId",
                        7,
                        "address",
                        address,
                        "items",
                        List.of(item, Map.of("productId", 5, "orderedQuantity", 2))));
    }

    private TestRequests customer(long userId) {
        return TestRequests.as(client, TestTokens.user(userId));
    }

    private static void expectStatus(ResponseSpec response, String status) {
        response.expectStatus().isOk().expectBody().jsonPath("$.shippingStatus").isEqualTo(status);
    }

    private UrlPattern reportsPath() {
        return urlPathEqualTo("/internal/orders/%d/shipment-events".formatted(orderId));
    }

    /** Returns the statuses of the reports, without duplicates, in the order of their first arrival. */
    private List<String> reports() {
        return NEIGHBOURS.server().findAll(postRequestedFor(reportsPath())).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(report -> report.replaceAll(".*\"shippingStatus\":\"([A-Z]+)\".*", "$1"))
                .distinct()
                .toList();
    }

    @Test
    void deliversAnEventThatThePreviousVersionHasStored() {
        jdbc.sql("INSERT INTO outbox_event (event_id, order_id, shipping_id, shipping_status, occurred_at, complete)"
                        + " VALUES (gen_random_uuid(), ?, 1, 'SHIPPED', now(), true)")
                .param(orderId)
                .update();
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('deliver-outbox', ? || ':x', now(), false, 1)")
                .param(Long.toString(orderId))
                .update();

        await().untilAsserted(() -> assertThat(shipmentEvents()).containsExactly("SHIPPED true"));
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM outbox_event WHERE order_id = ?")
                        .param(orderId)
                        .query(Integer.class)
                        .single())
                .isZero());
    }

    private int openReports() {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE message_key = ?")
                .param(orderId)
                .query(Integer.class)
                .single();
    }
}
