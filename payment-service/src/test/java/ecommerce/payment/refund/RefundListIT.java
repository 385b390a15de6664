package ecommerce.payment.refund;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.payment.PaymentServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefundListIT extends PaymentServiceTest {

    private static final String FAILED = "/api/payments/refunds?refundStatus=FAILED&sort=refundId,desc";

    @Test
    void listsRefundsThatTheProviderHasRefusedWithTheirOrders() {
        var staff = TestRequests.as(client, TestTokens.admin());
        var authorisation = Map.of("userId", 7, "amount", "20.00", "paymentToken", "tok_approved");
        var paymentId = number(body(orderService.put(path, authorisation)), "paymentId");
        orderService.post(path + "/capture", null).expectStatus().isOk();
        jdbc.sql("UPDATE sandbox_charge SET state = 'VOIDED' WHERE reference ="
                        + " (SELECT reference FROM payment WHERE payment_id = ?)")
                .param(paymentId)
                .update();

        var refund = staff.with("Idempotency-Key", "key-" + paymentId)
                .post("/api/payments/%d/refunds".formatted(paymentId), Map.of("amount", "5.00", "reason", "Scratched"));
        var refundId = number(body(refund), "refundId");

        await().untilAsserted(() -> {
            var newest = (Map<?, ?>) list(staff, FAILED).getFirst();
            assertThat(number(newest, "refundId")).isEqualTo(refundId);
            assertThat(number(newest, "orderId")).isEqualTo(orderId);
            assertThat(newest.get("failure")).isNotNull();
        });
        assertThat(list(staff, FAILED.replace("FAILED", "PENDING")).toString()).doesNotContain("refundId=" + refundId);
        staff.get("/api/payments/refunds?refundStatus=LOST").expectStatus().isBadRequest();
        TestRequests.as(client, TestTokens.user(7)).get(FAILED).expectStatus().isForbidden();
    }

    private static List<?> list(TestRequests staff, String refunds) {
        return (List<?>) Objects.requireNonNull(body(staff.get(refunds)).get("collection"));
    }
}
