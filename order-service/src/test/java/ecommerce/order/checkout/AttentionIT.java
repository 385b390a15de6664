package ecommerce.order.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;

class AttentionIT extends OrderServiceTest {

    @Test
    void callsStaffWhereNobodyKnowsWhetherTheMoneyWasTakenAndGoesOnWhenTheySaySo() {
        var away = captureFails();
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "NEEDS_ATTENTION");
        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(409);
        shop.staff().post(order + "/retry", null).expectStatus().isEqualTo(202);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("NEEDS_ATTENTION");
        NEIGHBOURS.server().removeStub(away);

        shop.staff()
                .post(order + "/retry", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("CONFIRMED");
        verify(1, "/internal/shippings/%s/release", order);
    }

    @Test
    void refundsWhereStaffSaySo() {
        captureFails();
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "NEEDS_ATTENTION");

        shop.staff()
                .post(order + "/refund", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("REJECTED")
                .jsonPath("$.reason")
                .isEqualTo("Refunded by staff");
        verify(1, "/internal/shippings/%s/cancel", order);
        verify(1, "/internal/payments/%s/reverse", order);
        verify(1, "/internal/reservations/%s/return", order);
    }

    @Test
    void rejectsWhatTheProviderRefusesToCapture() {
        NEIGHBOURS.server().stubFor(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .atPriority(1)
                .willReturn(WireMock.jsonResponse("{\"status\":409,\"paymentStatus\":\"AUTHORISED\"}", 409)));
        var order = shop.orderLamps("tok_capture_refused");

        shop.awaitStatus(order, "REJECTED");
        verify(1, "/internal/payments/%s/reverse", order);
        verify(1, "/internal/reservations/%s/return", order);
    }

    private StubMapping captureFails() {
        return NEIGHBOURS.server().stubFor(WireMock.post(urlPathMatching("/internal/payments/\\d+/capture"))
                .atPriority(1)
                .willReturn(WireMock.serviceUnavailable()));
    }

    private static void verify(int times, String path, String order) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(id(order)))));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
