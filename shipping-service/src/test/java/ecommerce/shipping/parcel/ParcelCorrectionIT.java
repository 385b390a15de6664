package ecommerce.shipping.parcel;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.shipping.ParcelTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParcelCorrectionIT extends ParcelTest {

    @Test
    void keepsTheRecipientAfterASplit() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(5, 1)))));

        for (var path : List.of(parcel, "/api/shippings/" + number(part, "shippingId"))) {
            staff.get(path).expectBody().jsonPath("$.recipient.name").isEqualTo("Ada Example");
        }
    }

    @Test
    void setsAMissingRecipientOnce() {
        var before = internal + "1";
        orderService.put(before, shipment(null)).expectStatus().isOk();

        orderService
                .put(before + "/recipient", Map.of("name", "Bob Example"))
                .expectStatus()
                .isNoContent();
        orderService
                .put(before + "/recipient", Map.of("name", "Mallory"))
                .expectStatus()
                .isNoContent();

        staff.get("/api/shippings?orderId=" + orderId + "1")
                .expectBody()
                .jsonPath("$.collection[0].recipient.name")
                .isEqualTo("Bob Example");
        orderService
                .put(internal + "2/recipient", Map.of("name", "Nobody"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void correctsTheTrackingNumberOfAShippedParcel() {
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
        TestRequests.as(client, TestTokens.user(7))
                .put(parcel + "/tracking", tracking)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void correctsAWrongStatus() {
        become("SHIPPED");
        become("DELIVERED");

        correct("READY").expectStatus().isEqualTo(409);
        correct("SHIPPED")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.deliveredAt")
                .doesNotExist();
        correct("READY")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.shippedAt")
                .doesNotExist();
        correct("PENDING").expectStatus().isEqualTo(409);
        staff.post(parcel + "/corrections", Map.of("shippingStatus", "READY"))
                .expectStatus()
                .isBadRequest();

        await().untilAsserted(() -> assertThat(reports("\"correction\":true")).hasSize(2));
        assertThat(reports("\"correction\":true").getFirst()).contains("\"shippingStatus\":\"SHIPPED\"");
        become("SHIPPED");
    }

    @Test
    void reportsALostParcelOnceWithItsPieces() {
        fail("LOST", true).expectStatus().isEqualTo(409);
        become("SHIPPED");
        TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))))
                .post(parcel + "/failure", Map.of("failure", "LOST", "reason", "Gone"))
                .expectStatus()
                .isUnauthorized();

        fail("LOST", true)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.failure")
                .isEqualTo("LOST");
        fail("LOST", true).expectStatus().isEqualTo(409);
        staff.patch(parcel, Map.of("shippingStatus", "DELIVERED"))
                .expectStatus()
                .isEqualTo(409);
        correct("READY").expectStatus().isEqualTo(409);

        await().untilAsserted(() -> assertThat(reports("\"failure\":\"LOST\"")).hasSize(1));
        assertThat(reports("\"failure\":\"LOST\"").getFirst())
                .contains("\"restock\":false", "\"productId\":5", "\"orderedQuantity\":3");
    }

    @Test
    void reportsThatAnUndeliverableParcelIsRestocked() {
        become("SHIPPED");

        fail("UNDELIVERABLE", true).expectStatus().isOk();

        await().untilAsserted(() ->
                assertThat(reports("\"failure\":\"UNDELIVERABLE\"").getFirst()).contains("\"restock\":true"));
    }

    @Test
    void completesAnOrderWhoseLastParcelIsLost() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(6, 1)))));
        var other = "/api/shippings/" + number(part, "shippingId");
        become("SHIPPED");
        become("DELIVERED");
        staff.patch(other, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();

        staff.post(other + "/failure", Map.of("failure", "LOST", "reason", "Gone"))
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(shipmentEvents()).contains("DELIVERED true"));
    }
}
