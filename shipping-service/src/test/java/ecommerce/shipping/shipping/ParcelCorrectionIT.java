package ecommerce.shipping.shipping;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.shipping.ShippingServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ParcelCorrectionIT extends ShippingServiceTest {

    String parcel;

    @BeforeEach
    void releaseAParcelOfThreeLampsAndADesk() {
        var made = body(orderService.put(internal, shipment(Map.of("name", "Ada Example", "email", "ada@example.com"))));
        parcel = "/api/shippings/" + number(made, "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
    }

    @Test
    void saysWhomAParcelIsForAlsoAfterASplit() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(5, 1)))));

        for (var path : List.of(parcel, "/api/shippings/" + number(part, "shippingId"))) {
            staff.get(path).expectBody().jsonPath("$.recipient.name").isEqualTo("Ada Example");
        }
    }

    @Test
    void namesARecipientThatIsMissing() {
        var before = internal + "1";
        orderService.put(before, shipment(null)).expectStatus().isOk();

        orderService.put(before + "/recipient", Map.of("name", "Bob Example")).expectStatus().isNoContent();
        orderService.put(before + "/recipient", Map.of("name", "Mallory")).expectStatus().isNoContent();

        staff.get("/api/shippings?orderId=" + orderId + "1")
                .expectBody()
                .jsonPath("$.collection[0].recipient.name")
                .isEqualTo("Bob Example");
        orderService.put(internal + "2/recipient", Map.of("name", "Nobody")).expectStatus().isNotFound();
    }

    @Test
    void correctsATrackingNumberAfterTheParcelHasLeft() {
        var tracking = Map.of("carrier", "DHL", "trackingNumber", "42", "reason", "Typing error");
        staff.put(parcel + "/tracking", tracking).expectStatus().isEqualTo(409);
        become("SHIPPED");

        staff.put(parcel + "/tracking", tracking)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.trackingNumber")
                .isEqualTo("42")
                .jsonPath("$.history[3].reason")
                .isEqualTo("Typing error");
        TestRequests.as(client, TestTokens.user(7)).put(parcel + "/tracking", tracking).expectStatus().isForbidden();
    }

    @Test
    void putsAMistakenDeliveryAndDispatchRight() {
        become("SHIPPED");
        become("DELIVERED");

        correct("READY").expectStatus().isEqualTo(409);
        correct("SHIPPED").expectStatus().isOk().expectBody().jsonPath("$.deliveredAt").doesNotExist();
        correct("READY").expectStatus().isOk().expectBody().jsonPath("$.shippedAt").doesNotExist();
        correct("PENDING").expectStatus().isEqualTo(409);
        staff.post(parcel + "/corrections", Map.of("shippingStatus", "READY")).expectStatus().isBadRequest();

        await().untilAsserted(() -> assertThat(reports("\"correction\":true")).hasSize(2));
        assertThat(reports("\"correction\":true").getFirst()).contains("\"shippingStatus\":\"SHIPPED\"");
        become("SHIPPED");
    }

    @Test
    void reportsALostParcelOnceWithItsPieces() {
        fail("LOST", true).expectStatus().isEqualTo(409);
        become("SHIPPED");

        fail("LOST", true).expectStatus().isOk().expectBody().jsonPath("$.failure").isEqualTo("LOST");
        fail("LOST", true).expectStatus().isEqualTo(409);
        staff.patch(parcel, Map.of("shippingStatus", "DELIVERED")).expectStatus().isEqualTo(409);
        correct("READY").expectStatus().isEqualTo(409);

        await().untilAsserted(() -> assertThat(reports("\"failure\":\"LOST\"")).hasSize(1));
        assertThat(reports("\"failure\":\"LOST\"").getFirst())
                .contains("\"restock\":false", "\"productId\":5", "\"orderedQuantity\":3");
    }

    @Test
    void takesAnUndeliverableParcelBackIntoStock() {
        become("SHIPPED");

        fail("UNDELIVERABLE", true).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(reports("\"failure\":\"UNDELIVERABLE\"").getFirst())
                .contains("\"restock\":true"));
    }

    @Test
    void completesAnOrderWhoseLastParcelIsLost() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(6, 1)))));
        var other = "/api/shippings/" + number(part, "shippingId");
        become("SHIPPED");
        become("DELIVERED");
        staff.patch(other, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();

        staff.post(other + "/failure", Map.of("failure", "LOST", "reason", "Gone")).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(shipmentEvents()).contains("DELIVERED true"));
    }

    @Test
    void cancelsPiecesOnceAndCompletesTheOrderWithoutThem() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(5, 2), item(6, 1)))));
        var other = "/api/shippings/" + number(part, "shippingId");
        become("SHIPPED");
        become("DELIVERED");
        var reference = UUID.randomUUID();

        cancel(reference, item(5, 3)).expectStatus().isEqualTo(409).expectBody().jsonPath("$.unshipped[?(@.productId==5)].orderedQuantity").isEqualTo(2);
        cancel(reference, item(5, 2)).expectStatus().isNoContent();
        cancel(reference, item(5, 2)).expectStatus().isNoContent();
        cancel(reference, item(5, 1)).expectStatus().isEqualTo(422);
        staff.get(other).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        cancel(UUID.randomUUID(), item(6, 1)).expectStatus().isNoContent();

        staff.get(other).expectBody().jsonPath("$.shippingStatus").isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(shipmentEvents()).contains("DELIVERED true"));
        cancel(UUID.randomUUID(), item(6, 1)).expectStatus().isEqualTo(409);
    }

    private void become(String status) {
        staff.patch(parcel, Map.of("shippingStatus", status)).expectStatus().isOk();
    }

    private ResponseSpec correct(String status) {
        return staff.post(parcel + "/corrections", Map.of("shippingStatus", status, "reason", "A mistake"));
    }

    private ResponseSpec fail(String failure, boolean restock) {
        return staff.post(parcel + "/failure", Map.of("failure", failure, "restock", restock, "reason", "Says the carrier"));
    }

    private ResponseSpec cancel(UUID reference, Map<String, Object> item) {
        return orderService.put(internal + "/cancellations/" + reference, Map.of("items", List.of(item)));
    }

    private List<String> reports(String with) {
        var path = urlPathEqualTo("/internal/orders/%d/shipment-events".formatted(orderId));
        return NEIGHBOURS.server().findAll(postRequestedFor(path)).stream()
                .map(LoggedRequest::getBodyAsString)
                .filter(report -> report.contains(with))
                .distinct()
                .toList();
    }

    private static Map<String, Object> shipment(Map<String, Object> recipient) {
        var shipment = new HashMap<String, Object>(Map.of(
                "userId", 7,
                "address", Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali"),
                "items", List.of(item(5, 3), item(6, 1))));
        if (recipient != null) {
            shipment.put("recipient", recipient);
        }
        return shipment;
    }

    private static Map<String, Object> item(long productId, int quantity) {
        return Map.of("productId", productId, "orderedQuantity", quantity);
    }
}
