package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Verifies that a capture is refunded that the provider makes while the payment is being voided. */
class CaptureDuringVoidIT extends PendingCaptureTest {

    @Test
    void refundsTheCapture() throws Exception {
        authorise();

        voidWhileTheProviderCaptures(() -> {});

        assertPayment("REFUNDED", "12.50");
        assertBooksAgree();
    }

    @Test
    void refundsOnlyWhatTheProviderHasNotRefunded() throws Exception {
        authorise();

        voidWhileTheProviderCaptures(() -> returnAtTheProvider("REFUNDED", "10.00"));

        assertThat(text("SELECT string_agg(r.amount || ' ' || r.status, ',' ORDER BY refund_id)"
                        + " FROM refund r JOIN payment USING (payment_id) WHERE order_id = ?"))
                .isEqualTo("10.00 SUCCEEDED,2.50 SUCCEEDED");
        assertPayment("REFUNDED", "12.50");
        assertBooksAgree();
    }

    /**
     * Voids the payment while the provider is making a capture. Returns when the capture is refunded.
     *
     * @param meanwhile what the provider does by itself before it answers
     */
    private void voidWhileTheProviderCaptures(Runnable meanwhile) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var captured = transaction.execute(status -> {
                lockAtTheProvider();
                meanwhile.run();
                var waiting = executor.submit(() -> status(requestCapture()));
                await().untilAsserted(() -> assertThat(capturesRequested()).isEqualTo(1));
                assertStatus(
                        CompletableFuture.supplyAsync(this::voidIt, executor).join(), 200, "VOIDED");
                return waiting;
            });
            // It is 503 if the machine needs longer than the provider's timeout. The provider captures nevertheless.
            assertThat(captured.get()).isIn(409, 503);
        }
        await().untilAsserted(() -> assertThat(stateAtTheProvider()).isEqualTo("CAPTURED"));
        settle(new Instruction(Kind.VOID, orderId));
        for (var refundId : pendingRefunds()) {
            settle(new Instruction(Kind.REFUND, refundId));
        }
    }

    private List<Long> pendingRefunds() {
        return jdbc.sql("SELECT refund_id FROM refund JOIN payment USING (payment_id)"
                        + " WHERE order_id = ? AND refund.status = 'PENDING'")
                .param(orderId)
                .query(Long.class)
                .list();
    }

    private void lockAtTheProvider() {
        jdbc.sql("SELECT 1 FROM sandbox_charge WHERE reference = ?::uuid FOR UPDATE")
                .param(reference())
                .query(Integer.class)
                .single();
    }
}
