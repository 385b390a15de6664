package ecommerce.order.aftersale;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.order.OrderServiceTest;
import org.junit.jupiter.api.Test;

class CancelPendingOrderIT extends OrderServiceTest {

    @Test
    void cancelsAnOrderDuringItsCheckout() {
        var away = NEIGHBOURS.override(
                WireMock.put(urlPathMatching("/internal/payments/\\d+")).willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_approved");
        awaitPosition(order, "AUTHORISE_PAYMENT");

        shop.customer()
                .post(order + "/cancel", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderStatus")
                .isEqualTo("REJECTED");
        NEIGHBOURS.server().removeStub(away);

        assertThat(shop.read(order).get("reason")).isEqualTo("Cancelled before it was confirmed");
        verify(1, "/internal/payments/%s/reverse", order);
    }

    @Test
    void keepsTheReasonOfAnOrderThatIsAlreadyBeingUndone() {
        var away = NEIGHBOURS.override(WireMock.post(urlPathMatching("/internal/reservations/\\d+/return"))
                .willReturn(WireMock.serviceUnavailable()));
        var order = shop.orderLamps("tok_declined");
        awaitPosition(order, "RELEASE_STOCK");

        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(202);
        NEIGHBOURS.server().removeStub(away);

        shop.awaitStatus(order, "REJECTED");
        assertThat(shop.read(order).get("reason")).isEqualTo("Payment declined: The card was declined");
    }

    private static void verify(int times, String path, String order) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(id(order)))));
    }
}
