package ecommerce.payment.payment;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.payment.PaymentServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PaymentAccessIT extends PaymentServiceTest {

    @Test
    void showsAPaymentToItsOwnerAndToStaff() {
        var paymentId = number(body(authorise("tok_approved")), "paymentId");
        orderService.post(path + "/capture", null).expectStatus().isOk();
        var payment = "/api/payments/" + paymentId;

        TestRequests.as(client, TestTokens.user(7))
                .get(payment)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.isPayed")
                .isEqualTo(true)
                .jsonPath("$.capturedAmount")
                .isEqualTo(12.5)
                .jsonPath("$.order.orderId")
                .isEqualTo(orderId)
                .jsonPath("$.ledger[1].entry")
                .isEqualTo("CAPTURED");
        TestRequests.as(client, TestTokens.user(8)).get(payment).expectStatus().isNotFound();
        TestRequests.as(client, TestTokens.admin()).get(payment).expectStatus().isOk();
        TestRequests.as(client, TestTokens.user(8))
                .get("/api/payments?orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        TestRequests.as(client, TestTokens.admin())
                .get("/api/payments?userId=me&orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        TestRequests.as(client, TestTokens.staff(7))
                .get("/api/payments?userId=me&orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        TestRequests.as(client, TestTokens.admin())
                .get("/api/payments?orderId=" + orderId + "&paymentStatus=CAPTURED&sort=amount,desc")
                .expectBody()
                .jsonPath("$.collection[0].capturedAmount")
                .isEqualTo(12.5);
    }

    @Test
    void changesTheTagWithTheLedger() {
        var staff = TestRequests.as(client, TestTokens.admin());
        var payment = "/api/payments/" + number(body(authorise("tok_approved")), "paymentId");
        var seen = staff.get(payment)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        staff.with("If-None-Match", seen).get(payment).expectStatus().isEqualTo(304);
        orderService.post(path + "/capture", null).expectStatus().isOk();
        staff.with("If-None-Match", seen).get(payment).expectStatus().isOk();
    }

    @Test
    void refusesAnUnknownParameterByName() {
        TestRequests.as(client, TestTokens.admin())
                .get("/api/payments?order=1")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("order");
    }

    @Test
    void refusesToCreateOrChangeAPaymentForAClient() {
        var customer = TestRequests.as(client, TestTokens.user(7));

        customer.post("/api/payments", Map.of("amount", 0)).expectStatus().isEqualTo(405);
        customer.put(path, Map.of("userId", 7, "amount", 0, "paymentToken", "x"))
                .expectStatus()
                .isForbidden();
        TestRequests.anonymous(client).get("/api/payments").expectStatus().isUnauthorized();
    }

    @Test
    void refusesChangesOfTheLedger() {
        authorise("tok_approved").expectStatus().isOk();

        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE payment_ledger SET amount = 0").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM payment_ledger").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private ResponseSpec authorise(String token) {
        return orderService.put(path, Map.of("userId", 7, "amount", "12.50", "paymentToken", token));
    }

    private static void expectStatus(ResponseSpec response, String status) {
        response.expectStatus().isOk().expectBody().jsonPath("$.paymentStatus").isEqualTo(status);
    }
}
