package ecommerce.order.fulfilment;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FulfilmentIT extends OrderServiceTest {

    @Test
    void confirmsAnOrder() {
        var cart = shop.cartWithLamps();
        var answer = shop.checkOut("key", "tok_approved");
        answer.expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/orders/\\d+")
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("PENDING")
                .jsonPath("$.orderFee")
                .isEqualTo(21.0);
        var order = "/api/orders/" + number(body(answer), "orderId");

        shop.awaitStatus(order, "CONFIRMED");
        shop.customer()
                .get(order)
                .expectBody()
                .jsonPath("$.history[1].to")
                .isEqualTo("CONFIRMED")
                .jsonPath("$.shippingAddress.city")
                .isEqualTo("Cali");
        shop.customer().get(cart).expectBody().jsonPath("$.cartStatus").isEqualTo("ORDERED");
        await().untilAsserted(() -> verify(1, post("/internal/shippings/%s/release", order)));
        verify(1, put("/internal/reservations/%s", order));
        verify(1, put("/internal/payments/%s", order));
        verify(1, put("/internal/shippings/%s", order));
        verify(1, post("/internal/reservations/%s/commit", order));
        verify(1, post("/internal/payments/%s/capture", order));
        assertThat(jdbc.sql("SELECT payment_token FROM checkout WHERE order_id = ?")
                        .param(Long.valueOf(id(order)))
                        .query()
                        .singleRow())
                .containsEntry("payment_token", null);
    }

    @Test
    void rejectsAnOrderThatIsOutOfStockBeforeAnyPayment() {
        NEIGHBOURS.override(WireMock.put(urlPathMatching("/internal/reservations/\\d+"))
                .willReturn(WireMock.jsonResponse(
                        "{\"status\":409,\"shortages\":[{\"productId\":900001,\"requested\":2,\"available\":1}]}",
                        409)));
        var order = shop.orderLamps("tok_approved");

        shop.awaitStatus(order, "REJECTED");
        assertThat(shop.read(order).get("reason")).isEqualTo("Out of stock: Lamp");
        verify(1, post("/internal/reservations/%s/return", order));
        verify(0, put("/internal/payments/%s", order));
        verify(0, put("/internal/shippings/%s", order));
    }

    @Test
    void rejectsAnOrderWhosePaymentIsDeclinedAndReleasesItsStock() {
        var order = shop.orderLamps("tok_declined");

        shop.awaitStatus(order, "REJECTED");
        assertThat(shop.read(order).get("reason")).isEqualTo("Payment declined: The card was declined");
        verify(1, post("/internal/reservations/%s/return", order));
        verify(0, put("/internal/shippings/%s", order));
        verify(0, post("/internal/payments/%s/capture", order));
    }

    @Test
    void restoresTheLinesOfARefusedOrderOnce() {
        var order = shop.orderLamps("tok_declined");
        shop.awaitStatus(order, "REJECTED");

        var cart = shop.openCart();
        assertThat(shop.read(order).get("restoredCartId")).isEqualTo(Integer.valueOf(id(cart)));
        shop.customer()
                .get(cart)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].productId")
                .isEqualTo(TestShop.LAMP)
                .jsonPath("$.items[0].orderedQuantity")
                .isEqualTo(2);
        var again = "/api/orders/" + number(body(shop.checkOut("another-card", "tok_approved")), "orderId");
        shop.awaitStatus(again, "CONFIRMED");
    }

    @Test
    void mergesTheLinesOfARefusedOrderIntoTheOpenCart() {
        var away = NEIGHBOURS.override(
                WireMock.put(urlPathMatching("/internal/payments/\\d+")).willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_declined");
        shop.cartWithLamps();
        NEIGHBOURS.server().removeStub(away);

        shop.awaitStatus(order, "REJECTED");

        shop.customer()
                .get(shop.openCart())
                .expectBody()
                .jsonPath("$.items[0].orderedQuantity")
                .isEqualTo(4);
    }

    @Test
    void undoesAllStepsWhenTheReservationHasExpired() {
        NEIGHBOURS
                .server()
                .stubFor(WireMock.post(urlPathMatching("/internal/reservations/\\d+/commit"))
                        .willReturn(WireMock.jsonResponse("{\"status\":409}", 409)));
        var order = shop.orderLamps("tok_approved");

        shop.awaitStatus(order, "REJECTED");
        verify(1, post("/internal/shippings/%s/cancel", order));
        verify(1, post("/internal/payments/%s/reverse", order));
        verify(1, post("/internal/reservations/%s/return", order));
    }

    @Test
    void retriesAStepUntilTheServiceIsAvailable() {
        var broken = NEIGHBOURS.override(
                WireMock.put(urlPathMatching("/internal/payments/\\d+")).willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_approved");
        await().untilAsserted(() -> assertThat(NEIGHBOURS.server().findAll(put("/internal/payments/%s", order)))
                .hasSizeGreaterThan(1));
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("PENDING");

        NEIGHBOURS.server().removeStub(broken);

        shop.awaitStatus(order, "CONFIRMED");
    }

    @Test
    void givesUpAtTheDeadlineWhenTheAuthorisationIsUnknown() {
        NEIGHBOURS.override(
                WireMock.put(urlPathMatching("/internal/payments/\\d+")).willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_down");
        await().untilAsserted(() -> assertThat(NEIGHBOURS.server().findAll(put("/internal/payments/%s", order)))
                .isNotEmpty());
        jdbc.sql("UPDATE checkout SET deadline = now() WHERE order_id = ?")
                .param(Long.valueOf(id(order)))
                .update();

        shop.awaitStatus(order, "REJECTED");
        verify(1, post("/internal/payments/%s/reverse", order));
        verify(1, post("/internal/reservations/%s/return", order));
    }

    @Test
    void continuesInAnotherProcessAfterOneStopped(@Autowired Scheduler scheduler) {
        scheduler.pause();
        var order = shop.orderLamps("tok_approved");
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("PENDING");

        // The next process finds the step in the database.
        scheduler.resume();

        shop.awaitStatus(order, "CONFIRMED");
    }

    private static void verify(int times, RequestPatternBuilder request) {
        NEIGHBOURS.server().verify(times, request);
    }

    private static RequestPatternBuilder put(String path, String order) {
        return putRequestedFor(urlPathMatching(path.formatted(id(order))));
    }

    private static RequestPatternBuilder post(String path, String order) {
        return postRequestedFor(urlPathMatching(path.formatted(id(order))));
    }
}
