package ecommerce.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.ProviderBookTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verifies refunds by order-service, of a part of a payment or all of it. */
class PartRefundIT extends ProviderBookTest {

    @Test
    void refundsAPartUnderTheCallersReferenceOnce() {
        capture();
        var reference = path + "/refunds/" + UUID.randomUUID();
        var part = Map.of("amount", "4.50", "reason", "One piece less");
        for (var attempt = 0; attempt < 2; attempt++) {
            orderService
                    .put(reference, part)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.refundStatus")
                    .isEqualTo("SUCCEEDED");
        }
        assertPayment("CAPTURED", "4.50");
        orderService
                .put(reference, Map.of("amount", "4.00", "reason", "Else"))
                .expectStatus()
                .isEqualTo(422);
        orderService
                .put(path + "/refunds/" + UUID.randomUUID(), Map.of("amount", "8.01", "reason", "Too much"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.refundableAmount")
                .isEqualTo(8.0);
        assertBooksAgree();
    }

    @Test
    void namesWhoOrderedARefundInTheAuditLog() {
        capture();
        orderService
                .put(
                        path + "/refunds/" + UUID.randomUUID(),
                        Map.of("amount", "4.50", "reason", "One piece less", "by", "user7"))
                .expectStatus()
                .isOk();
        orderService
                .post(path + "/reverse", Map.of("reason", "Returned", "by", "admin"))
                .expectStatus()
                .isOk();
        assertThat(audited()).containsExactly("user7", "admin");

        beginAnOrder();
        capture();
        orderService
                .post(path + "/reverse", Map.of("reason", "Rejected"))
                .expectStatus()
                .isOk();
        assertThat(audited()).containsExactly("order-service");
    }

    private List<String> audited() {
        return jdbc.sql("SELECT details ->> 'by' FROM audit_entry WHERE action = 'payment.refund' AND subject_id = ?"
                        + " ORDER BY entry_id")
                .param(Long.toString(paymentId()))
                .query(String.class)
                .list();
    }

    @Test
    void attemptsAFailedRefundAgain() {
        capture();
        returnAtTheProvider("REFUNDED", "10.00");
        var reference = path + "/refunds/" + UUID.randomUUID();
        var part = Map.of("amount", "5.00", "reason", "One piece less");
        orderService
                .put(reference, part)
                .expectBody()
                .jsonPath("$.refundStatus")
                .isEqualTo("FAILED");

        sync();

        orderService
                .put(reference, part)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.refundableAmount")
                .isEqualTo(2.5);
        assertBooksAgree();
    }

    @Test
    void refusesAReversalIfAnEarlierRefundFails() {
        capture();
        jdbc.sql("UPDATE sandbox_charge SET state = 'VOIDED' WHERE reference = ?::uuid")
                .param(reference())
                .update();
        refund("12.50").expectStatus().isCreated();

        orderService
                .post(path + "/reverse", Map.of("reason", "Cancelled"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.paymentStatus")
                .isEqualTo("CAPTURED");
    }
}
