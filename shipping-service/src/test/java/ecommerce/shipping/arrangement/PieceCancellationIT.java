package ecommerce.shipping.arrangement;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.shipping.ParcelTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PieceCancellationIT extends ParcelTest {

    @Test
    void cancelsPiecesOnceAndCompletesTheOrderWithoutThem() {
        var part = body(staff.post(parcel + "/split", Map.of("items", List.of(item(5, 2), item(6, 1)))));
        var other = "/api/shippings/" + number(part, "shippingId");
        become("SHIPPED");
        become("DELIVERED");
        var reference = UUID.randomUUID();

        cancel(reference, item(5, 3))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.unshipped[?(@.productId==5)].orderedQuantity")
                .isEqualTo(2);
        cancel(reference, item(5, 2)).expectStatus().isNoContent();
        cancel(reference, item(5, 2)).expectStatus().isNoContent();
        cancel(reference, item(5, 1)).expectStatus().isEqualTo(422);
        staff.get(other).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        cancel(UUID.randomUUID(), item(6, 1)).expectStatus().isNoContent();

        staff.get(other).expectBody().jsonPath("$.shippingStatus").isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(shipmentEvents()).contains("DELIVERED true"));
        cancel(UUID.randomUUID(), item(6, 1)).expectStatus().isEqualTo(409);
    }

    @Test
    void acceptsCreateAndReleaseAgainAfterAParcelIsCancelled() {
        staff.post(parcel + "/split", Map.of("items", List.of(item(6, 1))))
                .expectStatus()
                .isCreated();
        cancel(UUID.randomUUID(), item(6, 1)).expectStatus().isNoContent();
        cancel(UUID.randomUUID(), item(5, 2)).expectStatus().isNoContent();

        orderService.put(internal, shipment(null)).expectStatus().isOk();
        orderService.post(internal + "/release", null).expectStatus().isOk();
        staff.get(parcel).expectBody().jsonPath("$.shippingStatus").isEqualTo("READY");

        orderService.post(internal + "/cancel", null).expectStatus().isOk();
        orderService
                .post(internal + "/release", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.shippingStatus")
                .isEqualTo("CANCELLED");
    }
}
