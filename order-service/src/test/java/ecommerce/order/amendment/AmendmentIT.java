package ecommerce.order.amendment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmendmentIT extends AmendmentTest {

    @Test
    void cancelsOnePieceOfTwoOnceAndRefundsItsPrice() {
        var order = confirmedOrder();

        for (var attempt = 0; attempt < 2; attempt++) {
            shop.customer()
                    .with("Idempotency-Key", "one-lamp")
                    .post(order + "/cancel", Map.of("items", ONE_LAMP, "reason", "One will do"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.orderStatus")
                    .isEqualTo("CONFIRMED")
                    .jsonPath("$.items[0].cancelledQuantity")
                    .isEqualTo(1);
        }

        verify(
                1,
                "/internal/shippings/%s/cancellations/.*",
                order,
                "{\"items\":[{\"productId\":900001,\"orderedQuantity\":1}]}");
        verify(
                1,
                "/internal/reservations/%s/returns/.*",
                order,
                "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":true}");
        verifyRefund(order, "10.50", "One will do", "user" + shop.userId());
        shop.customer()
                .get(order + "/amendments")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].amendmentStatus")
                .isEqualTo("DONE")
                .jsonPath("$.collection[0].refundAmount")
                .isEqualTo(10.5);
    }

    @Test
    void refusesAReusedKeyAndTooManyPieces() {
        var order = confirmedOrder();
        var two = List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 2));
        var three = List.of(Map.of("productId", TestShop.LAMP, "orderedQuantity", 3));
        cancel(order, "key", ONE_LAMP, 200);

        cancel(order, "key", two, 422);
        cancel(order, "other", two, 409);
        cancel(order, "third", three, 409);
        shop.customer()
                .post(order + "/cancel", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isBadRequest();
        shop.customer()
                .with("Idempotency-Key", "none")
                .post(order + "/cancel", Map.of("items", List.of()))
                .expectStatus()
                .isBadRequest();
        new TestShop(client)
                .customer()
                .with("Idempotency-Key", "stranger")
                .post(order + "/cancel", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesToCancelPiecesThatHaveLeft() {
        var order = confirmedOrder();
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/shippings/\\d+/cancellations/.*"))
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"unshipped\":[]}", 409)));

        cancel(order, "late", ONE_LAMP, 409);

        assertThat(shop.read(order).get("items").toString()).contains("cancelledQuantity=0");
        verify(0, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void returnsSomePiecesWithoutRestockingAndThenTheRest() {
        var order = deliveredOrder();

        shop.staff()
                .with("Idempotency-Key", "broken")
                .post(order + "/return", Map.of("items", ONE_LAMP, "restock", false, "reason", "Arrived broken"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("DELIVERED")
                .jsonPath("$.items[0].returnedQuantity")
                .isEqualTo(1);
        verify(
                1,
                "/internal/reservations/%s/returns/.*",
                order,
                "{\"items\":[{\"productId\":900001,\"quantity\":1}],\"restock\":false}");

        shop.staff()
                .with("Idempotency-Key", "rest")
                .post(order + "/return", Map.of("items", ONE_LAMP))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("RETURNED");
        verify(2, "/internal/payments/%s/refunds/.*", order, null);
    }

    @Test
    void returnsAllWithoutRestocking() {
        var order = deliveredOrder();

        shop.staff()
                .post(order + "/return", Map.of("restock", false))
                .expectStatus()
                .isOk();

        NEIGHBOURS
                .server()
                .verify(
                        1,
                        WireMock.postRequestedFor(
                                        urlPathMatching("/internal/reservations/%s/return".formatted(id(order))))
                                .withRequestBody(equalToJson("{\"restock\":false}")));
    }

    @Test
    void cancelsAnOrderWithoutRemainingPieces() {
        var order = confirmedOrder();
        cancel(order, "first", ONE_LAMP, 200);
        cancel(order, "second", ONE_LAMP, 200);

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
    }
}
