package ecommerce.payment.refund;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.payment.PaymentServiceTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Refunds a payment of 20.00 with the entity tag that staff have read. */
class StalePaymentIT extends PaymentServiceTest {

    private TestRequests staff;
    private String payment;

    @BeforeEach
    void captureTwenty() {
        staff = TestRequests.as(client, TestTokens.admin());
        var authorisation = Map.of("userId", 7, "amount", "20.00", "paymentToken", "tok_approved");
        payment = "/api/payments/" + number(body(orderService.put(path, authorisation)), "paymentId");
        orderService.post(path + "/capture", null).expectStatus().isOk();
    }

    @Test
    void refusesARefundOfAPaymentThatHasChanged() {
        var read = tag();
        refund("first-", read).expectStatus().isCreated();

        refund("second-", read).expectStatus().isEqualTo(412);

        assertThat(number((Map<?, ?>) body(staff.get(payment + "/refunds")).get("page"), "totalElements"))
                .isEqualTo(1);
    }

    @Test
    void answersARepeatedRequestAlthoughItHasChangedThePayment() {
        var read = tag();
        var first = body(refund("repeated-", read));

        assertThat(body(refund("repeated-", read))).isEqualTo(first);
        await().untilAsserted(() ->
                staff.get(payment).expectBody().jsonPath("$.refundedAmount").isEqualTo(5.0));
        refund("new-tag-", tag()).expectStatus().isCreated();
    }

    private ResponseSpec refund(String key, String ifMatch) {
        return staff.with("Idempotency-Key", key + payment)
                .with("If-Match", ifMatch)
                .post(payment + "/refunds", Map.of("amount", "5.00", "reason", "It was scratched"));
    }

    private String tag() {
        return Objects.requireNonNull(
                staff.get(payment).returnResult(Map.class).getResponseHeaders().getETag());
    }
}
