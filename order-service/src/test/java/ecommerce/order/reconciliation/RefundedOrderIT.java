package ecommerce.order.reconciliation;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;

class RefundedOrderIT extends ReconciliationTest {

    @Test
    void cancelsAConfirmedOrderThatWasRefundedInFull() {
        play(
                "/internal/payments",
                "{'orderId':%d,'paymentStatus':'REFUNDED','amount':21,'capturedAmount':21,'refundedAmount':21}");

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_REFUNDED"));

        shop.awaitStatus(order, "CANCELLED");
        verify(1, "/internal/shippings/%d/cancel");
        verify(1, "/internal/reservations/%d/return");
    }

    @Test
    void cancelsARefundedOrderOfTheFeed() {
        var cursor = System.nanoTime();
        NEIGHBOURS.override(WireMock.get(urlPathEqualTo("/internal/payments/changes"))
                .willReturn(WireMock.okJson(
                        "{\"collection\":[{\"cursor\":%d,\"orderId\":%d,\"capturedAmount\":21,\"refundedAmount\":21}]}"
                                .formatted(cursor, orderId))));
        runSoon("watch-refunds");

        shop.awaitStatus(order, "CANCELLED");
        assertThat(jdbc.sql("SELECT position FROM book_cursor WHERE book = 'refund-feed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(cursor);
    }

    @Test
    void cancelsTheRemainingParcelsOfAnOrderThatWasRefundedInFull() {
        play(
                "/internal/payments",
                "{'orderId':%d,'paymentStatus':'REFUNDED','amount':21,'capturedAmount':21,'refundedAmount':21}");
        play("/internal/shippings", parcel("SHIPPED") + "," + parcel("READY"));

        assertThat(run())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.get("kind")).isEqualTo("PAYMENT_REFUNDED"));

        await().untilAsserted(() ->
                assertThat(shop.read(order).get("items").toString()).contains("cancelledQuantity=1"));
        verify(0, "/internal/shippings/%d/cancel");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
    }

    private String parcel(String status) {
        return shipment(status)
                .replace("%d", Long.toString(orderId))
                .replace("'orderedQuantity':2", "'orderedQuantity':1");
    }
}
