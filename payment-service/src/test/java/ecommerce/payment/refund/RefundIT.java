package ecommerce.payment.refund;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.payment.PaymentServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class RefundIT extends PaymentServiceTest {

    TestRequests staff;
    String refunds;

    @BeforeEach
    void captureTwenty() {
        staff = TestRequests.as(client, TestTokens.admin());
        var authorisation = Map.of("userId", 7, "amount", "20.00", "paymentToken", "tok_approved");
        var paymentId = number(body(orderService.put(path, authorisation)), "paymentId");
        orderService.post(path + "/capture", null).expectStatus().isOk();
        refunds = "/api/payments/%d/refunds".formatted(paymentId);
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() {
        refund("key-1-" + refunds, "5.50")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", refunds + "/\\d+");
        awaitRefunded("5.50");
        assertThat(payment().get("paymentStatus")).isEqualTo("CAPTURED");

        refund("key-2-" + refunds, "14.51").expectStatus().isEqualTo(409);
        refund("key-3-" + refunds, "14.50").expectStatus().isCreated();
        awaitRefunded("20.00");

        await().untilAsserted(() -> assertThat(payment().get("paymentStatus")).isEqualTo("REFUNDED"));
        assertThat(providerRefunds()).isEqualByComparingTo("20.00");
        assertThat(number((Map<?, ?>) body(staff.get(refunds)).get("page"), "totalElements"))
                .isEqualTo(2);
    }

    @Test
    void repeatsTheFirstResponseForTheSameKey() {
        var first = body(refund("repeat-" + refunds, "5"));

        var again = refund("repeat-" + refunds, "5.00");
        again.expectStatus().isCreated().expectHeader().valueEquals("Idempotent-Replayed", "true");
        assertThat(body(again)).isEqualTo(first);
        refund("repeat-" + refunds, "6").expectStatus().isEqualTo(422);
        awaitRefunded("5");
        staff.get("%s/%d".formatted(refunds, number(first, "refundId")))
                .expectBody()
                .jsonPath("$.refundStatus")
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void refundsAtMostTheCapturedAmountUnderConcurrentRequests() throws Exception {
        var asked = IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(number ->
                        () -> status(refund("at-once-%d-%s".formatted(number, refunds), "3.00")))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(asked).stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(201, 409);
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(6);
        }
        awaitRefunded("18.00");
        assertThat(providerRefunds()).isEqualByComparingTo("18.00");
    }

    @Test
    void refundsOnceForConcurrentRequestsWithOneKey() throws Exception {
        Callable<Integer> ask = () -> status(refund("twins-" + refunds, "3.00"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(16, ask)).stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        awaitRefunded("3.00");
    }

    @Test
    void refundsTheRestOnceWhenThePaymentIsReversed() {
        refund("part-" + refunds, "5").expectStatus().isCreated();

        for (var attempt = 0; attempt < 3; attempt++) {
            orderService
                    .post(path + "/reverse", Map.of("reason", "The order was cancelled"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.paymentStatus")
                    .isEqualTo("REFUNDED");
        }
        awaitRefunded("20");
        assertThat(providerRefunds()).isEqualByComparingTo("20");
    }

    @Test
    void isMadeByStaffAndShownToTheOwner() {
        var owner = TestRequests.as(client, TestTokens.user(7));
        owner.with("Idempotency-Key", "k")
                .post(refunds, Map.of("amount", "1", "reason", "I'd like to"))
                .expectStatus()
                .isForbidden();
        refund("shown-" + refunds, "1").expectStatus().isCreated();
        owner.get(refunds)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[0].amount")
                .isEqualTo(1);
        TestRequests.as(client, TestTokens.user(8)).get(refunds).expectStatus().isNotFound();
    }

    @Test
    void refusesAnInvalidRefund() {
        staff.post(refunds, Map.of("amount", "1", "reason", "No key"))
                .expectStatus()
                .isBadRequest();
        refund("zero", "0").expectStatus().isBadRequest();
        refund("cents", "0.001").expectStatus().isBadRequest();
        staff.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments/999999999/refunds", Map.of("amount", "1", "reason", "Nothing there"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void requiresASignInOfTheLastHour() {
        var old = TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(61))))
                .with("Idempotency-Key", "old-" + refunds);
        var recent = TestRequests.as(client, TestTokens.admin(Instant.now().minus(Duration.ofMinutes(59))))
                .with("Idempotency-Key", "old-" + refunds);
        var request = Map.of("amount", "1", "reason", "It was scratched");

        old.post(refunds, request)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(Problem.SIGN_IN_AGAIN.toString());
        recent.post(refunds, request).expectStatus().isCreated();
    }

    private ResponseSpec refund(String key, String amount) {
        return staff.with("Idempotency-Key", key).post(refunds, Map.of("amount", amount, "reason", "It was scratched"));
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private Map<?, ?> payment() {
        return body(staff.get(refunds.replace("/refunds", "")));
    }

    private void awaitRefunded(String amount) {
        await().untilAsserted(() -> assertThat(
                        new BigDecimal(payment().get("refundedAmount").toString()))
                .isEqualByComparingTo(amount));
    }

    private BigDecimal providerRefunds() {
        return jdbc.sql("""
                        SELECT coalesce(sum(e.amount), 0) FROM sandbox_entry e JOIN payment p USING (reference)
                         WHERE e.kind = 'REFUNDED' AND p.order_id = ?
                        """).param(orderId).query(BigDecimal.class).single();
    }
}
