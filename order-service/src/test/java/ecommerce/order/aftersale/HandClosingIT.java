package ecommerce.order.aftersale;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import ecommerce.defaults.security.Caller;
import ecommerce.order.OrderServiceTest;
import ecommerce.order.aftersale.CloseRequest.Outcome;
import ecommerce.order.paymentclient.PaymentClient.VoidAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.ErrorResponseException;

class HandClosingIT extends OrderServiceTest {

    @Test
    void voidsThePaymentOfAnOrderThatIsClosedBeforeItsCapture() {
        fails("capture");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        close(order, "WRITTEN_OFF").expectStatus().isOk();

        shop.awaitStatus(order, "REJECTED");
        verify(1, "/internal/shippings/%s/cancel", order);
        verify(1, "/internal/reservations/%s/return", order);
        verify(1, "/internal/payments/%s/void", order);
        verify(0, "/internal/payments/%s/reverse", order);
    }

    @Test
    void refusesToCloseAnOrderThatWaitsForACaptureThatWasMade() {
        var away = fails("capture");
        voidFinds("CAPTURED", "0");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        close(order, "WRITTEN_OFF").expectStatus().isEqualTo(409);

        assertThat(shop.read(order).get("attention")).isNotNull();
        NEIGHBOURS.server().removeStub(away);
        shop.awaitStatus(order, "CONFIRMED");
    }

    @Test
    void refusesToCloseAnOrderWhoseCaptureIsRecordedAfterStaffHaveRefundedTheOrder() {
        fails("capture");
        var away = fails("cancel");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);
        shop.staff().post(order + "/refund", null).expectStatus().isEqualTo(202);
        voidFinds("CAPTURED", "0");

        close(order, "WRITTEN_OFF").expectStatus().isEqualTo(409);

        NEIGHBOURS.server().removeStub(away);
        shop.awaitStatus(order, "REJECTED");
        verify(1, "/internal/payments/%s/reverse", order);
    }

    @Test
    void closesAnOrderThatIsNotConfirmedIfItsRefundIsRefused() {
        isRefused("capture", "AUTHORISED");
        isRefused("reverse", "CAPTURED");
        voidFinds("CAPTURED", "0");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("PENDING");

        close(order, "REFUNDED_OUTSIDE").expectStatus().isOk();

        shop.awaitStatus(order, "REJECTED");
    }

    @Test
    void refusesToCloseAnOrderAsRefundedOutsideWhileTheShopRefundsIt() {
        fails("reverse");
        voidFinds("CAPTURED", "21.00");
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");
        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(202);
        awaitFlag(order);

        close(order, "REFUNDED_OUTSIDE").expectStatus().isEqualTo(409);
        assertThat(shop.read(order).get("attention")).isNotNull();

        close(order, "WRITTEN_OFF").expectStatus().isOk();
    }

    @Test
    void rejectsAnOrderWhoseCaptureIsRefusedBeforeItIsClosed(@Autowired ClosingDecision decision) {
        var away = fails("capture");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        isRefused("capture", "VOIDED");
        NEIGHBOURS.server().removeStub(away);
        shop.awaitStatus(order, "REJECTED");
        awaitPosition(order, "DONE");

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> decision.finish(
                        Long.parseLong(id(order)),
                        new CloseRequest(Outcome.WRITTEN_OFF, "Provider is gone"),
                        new VoidAnswer("VOIDED", BigDecimal.ZERO),
                        new Caller("1", "admin", List.of("ADMIN"))))
                .satisfies(
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(409));
        verify(1, "/internal/payments/%s/reverse", order);
    }

    @Test
    void closesNoOrderWhosePaymentCannotBeVoided() {
        fails("capture");
        fails("void");
        var order = shop.orderLamps("tok_approved");
        awaitFlag(order);

        close(order, "WRITTEN_OFF").expectStatus().isEqualTo(503);

        assertThat(shop.read(order).get("orderStatus")).isEqualTo("PENDING");
        assertThat(shop.read(order).get("attention")).isNotNull();
        shop.staff()
                .get("/api/orders/audit?subjectType=order&subjectId=" + id(order))
                .expectBody()
                .jsonPath("$.collection[*].action")
                .isEqualTo(List.of("order.close-request"));
    }

    @Test
    void voidsNoPaymentOfAnOrderThatIsNotFlagged() {
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");

        close(order, "WRITTEN_OFF").expectStatus().isEqualTo(409);

        verify(0, "/internal/payments/%s/void", order);
    }

    @Test
    void returnsTheStockOfAnOrderWhoseRefundIsRefusedUntilItIsClosed() {
        isRefused("reverse", "CAPTURED");
        voidFinds("CAPTURED", "0");
        var order = shop.orderLamps("tok_approved");
        shop.awaitStatus(order, "CONFIRMED");

        shop.customer().post(order + "/cancel", null).expectStatus().isEqualTo(202);
        awaitFlag(order);
        assertThat(shop.read(order).get("orderStatus")).isEqualTo("CANCELLED");
        verify(1, "/internal/reservations/%s/return", order);
        shop.staff()
                .post(order + "/close", Map.of("outcome", "REFUNDED_OUTSIDE"))
                .expectStatus()
                .isBadRequest();
        close(order, "REFUNDED_OUTSIDE").expectStatus().isOk();

        assertThat(shop.read(order).get("attention")).isNull();
        assertThat(shop.read(order).get("history").toString())
                .contains("Closed by hand, refunded outside: Bank transfer 4711");
        shop.staff().post(order + "/retry", null).expectStatus().isEqualTo(409);
    }

    private ResponseSpec close(String order, String outcome) {
        return shop.staff().post(order + "/close", Map.of("outcome", outcome, "note", "Bank transfer 4711"));
    }

    private static void voidFinds(String paymentStatus, String pendingAmount) {
        var payment = "{\"paymentStatus\":\"%s\",\"pendingAmount\":%s}".formatted(paymentStatus, pendingAmount);
        answer("void", WireMock.okJson(payment));
    }

    private static void isRefused(String request, String paymentStatus) {
        var refusal = "{\"status\":409,\"paymentStatus\":\"%s\"}".formatted(paymentStatus);
        answer(request, WireMock.jsonResponse(refusal, 409));
    }

    private static StubMapping fails(String request) {
        return answer(request, WireMock.serviceUnavailable());
    }

    private static StubMapping answer(String request, ResponseDefinitionBuilder response) {
        var path = urlPathMatching("/internal/(payments|shippings)/\\d+/" + request);
        return NEIGHBOURS.override(WireMock.post(path).willReturn(response));
    }

    private static void verify(int times, String path, String order) {
        NEIGHBOURS.server().verify(times, postRequestedFor(urlPathEqualTo(path.formatted(id(order)))));
    }
}
