package ecommerce.order.aftersale;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AfterSaleIT extends OrderServiceTest {

    @Test
    void cancelsAConfirmedOrderAndReturnsStockAndPayment() {
        var order = confirmedOrder();

        shop.customer()
                .post(order + "/cancel", Map.of("reason", "Wrong size.\nSorry!"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("CANCELLED")
                .jsonPath("$.reason")
                .isEqualTo("Wrong size.\nSorry!")
                .jsonPath("$.history[2].by")
                .isEqualTo("user" + shop.userId());

        verify(1, "/internal/shippings/%s/cancel", order);
        verifyReversal(order, "Wrong size.\\nSorry!", "user" + shop.userId());
        verify(1, "/internal/reservations/%s/return", order);
        shop.customer().post(order + "/cancel", null).expectStatus().isOk();
        verify(1, "/internal/payments/%s/reverse", order);
    }

    @Test
    void showsTheNamesOfStaffOnlyToStaff() {
        var order = confirmedOrder();
        shop.staff().post(order + "/cancel", null).expectStatus().isOk();

        shop.staff().get(order).expectBody().jsonPath("$.history[2].by").isEqualTo("admin");
        shop.customer()
                .get(order)
                .expectBody()
                .jsonPath("$.history[0].by")
                .isEqualTo("user" + shop.userId())
                .jsonPath("$.history[2].by")
                .isEqualTo("shop");
        shop.customer()
                .get("/api/orders?sort=orderId,desc")
                .expectBody(String.class)
                .value(orders -> assertThat(orders).contains("CANCELLED").doesNotContain("\"admin\""));
    }

    @Test
    void cancelsOnceUnderConcurrentRequests() throws Exception {
        var order = confirmedOrder();
        Callable<Integer> cancel = () -> shop.customer()
                .post(order + "/cancel", null)
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(8, cancel)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).contains(200).isSubsetOf(200, 202);
        }
        shop.awaitStatus(order, "CANCELLED");
        assertThat((List<?>) shop.read(order).get("history")).hasSize(3);
    }

    @Test
    void refusesToCancelAShippedOrder() {
        var order = confirmedOrder();
        NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/shippings/\\d+/cancel"))
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"shippingStatus\":\"SHIPPED\"}", 409)));

        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(409);

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CONFIRMED");
        verify(0, "/internal/payments/%s/reverse", order);
        shop.report(order, "SHIPPED");
        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(409);
    }

    @Test
    void refusesACancelIfTheParcelLeavesFirst() throws Exception {
        var order = confirmedOrder();
        NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/shippings/\\d+/cancel"))
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"shippingStatus\":\"SHIPPED\"}", 409)
                        .withFixedDelay(1500)));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var cancel = executor.submit(() -> shop.customer()
                    .post(order + "/cancel", null)
                    .returnResult(String.class)
                    .getStatus()
                    .value());
            await().untilAsserted(() -> assertThat(position(order)).isEqualTo("CANCEL_SHIPMENT"));
            shop.report(order, "SHIPPED");

            assertThat(cancel.get()).isEqualTo(409);
        }
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("SHIPPED");
        verify(0, "/internal/payments/%s/reverse", order);
    }

    @Test
    void cancelsInTheBackgroundWhenAServiceIsUnavailable() {
        var order = confirmedOrder();
        var away = NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/reservations/\\d+/return"))
                .willReturn(WireMock.serviceUnavailable()));

        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(202);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
        NEIGHBOURS.server().removeStub(away);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(position(order)).isEqualTo("DONE"));
        verify(1, "/internal/payments/%s/reverse", order);
    }

    @Test
    void returnsADeliveredOrderOnce() {
        var order = confirmedOrder();
        shop.staff().post(order + "/return", null).expectStatus().isEqualTo(409);
        shop.report(order, "SHIPPED");
        shop.report(order, "DELIVERED");

        shop.customer().post(order + "/return", null).expectStatus().isForbidden();
        for (var staff : List.of(shop.staff(), shop.staff().changingNothing())) {
            staff.post(order + "/return", Map.of("reason", "Too big"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.orderStatus")
                    .isEqualTo("RETURNED");
        }
        verify(0, "/internal/shippings/%s/cancel", order);
        verifyReversal(order, "Too big", "admin");
        verify(1, "/internal/reservations/%s/return", order);
    }

    @Test
    void hidesAnOrderFromOtherCustomers() {
        var order = confirmedOrder();
        var stranger = new TestShop(client);

        stranger.customer().post(order + "/cancel", null).expectStatus().isNotFound();
        shop.customer().post(order + "/retry", null).expectStatus().isForbidden();
        shop.customer().post(order + "/refund", null).expectStatus().isForbidden();
        shop.staff().post(order + "/retry", null).expectStatus().isEqualTo(409);
        TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))))
                .post(order + "/refund", null)
                .expectStatus()
                .isUnauthorized();
        shop.customer()
                .post(order + "/cancel", Map.of("reason", " "))
                .expectStatus()
                .isBadRequest();
    }

    /** Returns a confirmed order that has completed its route. */
    private String confirmedOrder() {
        var order = shop.orderLamps("tok_approved");
        awaitPosition(order, "DONE");
        return order;
    }

    /** Fails unless the payment was reversed once, for this reason and in this name. */
    private static void verifyReversal(String order, String reason, String by) {
        verify(1, "/internal/payments/%s/reverse", order);
        NEIGHBOURS
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/internal/payments/%s/reverse".formatted(id(order))))
                        .withRequestBody(equalToJson("{\"reason\":\"%s\",\"by\":\"%s\"}".formatted(reason, by))));
    }

    private static void verify(int times, String path, String order) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(id(order)))));
    }
}
