package ecommerce.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.ProviderBookTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Verifies that the metrics show for how long the provider hasn't answered. */
class ProviderMetricsIT extends ProviderBookTest {

    private static final double NINE_YEARS = Duration.ofDays(9 * 365).toSeconds();

    @Autowired
    private ProviderMetrics metrics;

    @Autowired
    private MeterRegistry registry;

    @Test
    void showTheAgeOfACaptureUntilItIsMade() {
        authorise();
        update("UPDATE payment SET capture_requested_at = now() - interval '10 years' WHERE order_id = ?");
        assertThat(read("shop.captures.oldest.pending")).isGreaterThan(NINE_YEARS);

        capture();

        assertThat(read("shop.captures.oldest.pending")).isLessThan(NINE_YEARS);
    }

    @Test
    void showTheAgeOfAVoidUntilItIsConfirmed() {
        update("INSERT INTO payment (order_id, amount, reference, status, created_at, version, void_confirmed)"
                + " VALUES (?, 10, gen_random_uuid(), 'VOIDED', now(), 0, false)");
        update("INSERT INTO payment_ledger (payment_id, entry, amount, at)"
                + " SELECT payment_id, status, amount, now() - interval '10 years' FROM payment WHERE order_id = ?");
        assertThat(read("shop.voids.oldest.pending")).isGreaterThan(NINE_YEARS);

        orderService
                .post(path + "/reverse", Map.of("reason", "Cancelled"))
                .expectStatus()
                .isOk();

        assertThat(read("shop.voids.oldest.pending")).isLessThan(NINE_YEARS);
    }

    @Test
    void showNoVoidAsOldAsItsPayment() {
        authorise();
        update("UPDATE payment SET created_at = now() - interval '10 years' WHERE order_id = ?");

        orderService.post(path + "/void", null).expectStatus().isOk();

        assertThat(text("SELECT void_confirmed::text FROM payment WHERE order_id = ?"))
                .isEqualTo("false");
        assertThat(read("shop.voids.oldest.pending")).isLessThan(NINE_YEARS);
    }

    private double read(String gauge) {
        metrics.read();
        return registry.get(gauge).gauge().value();
    }

    private void update(String sql) {
        assertThat(jdbc.sql(sql).param(orderId).update()).isEqualTo(1);
    }
}
