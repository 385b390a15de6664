package ecommerce.payment.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reports how long captures, refunds and voids have waited for the provider. The values are read every 15 seconds, so
 * that a scrape never waits for the database.
 */
@Component
class ProviderMetrics {

    private record Ages(long capture, long refund, long toVoid, long failedRefunds) {}

    private final JdbcClient jdbc;
    private final AtomicReference<Ages> latest = new AtomicReference<>(new Ages(0, 0, 0, 0));

    ProviderMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.captures.oldest.pending", () -> latest.get().capture())
                .description("Time since the oldest pending capture was requested")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.refunds.oldest.pending", () -> latest.get().refund())
                .description("Time since the oldest pending refund was requested")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.voids.oldest.pending", () -> latest.get().toVoid())
                .description("Time since the oldest unconfirmed void")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.refunds.failed", () -> latest.get().failedRefunds())
                .description("Refunds that the provider refused in the last 24 hours")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        latest.set(jdbc.sql("""
                        SELECT (SELECT coalesce(extract(epoch FROM now() - min(capture_requested_at)), 0)::bigint
                                  FROM payment
                                 WHERE status = 'AUTHORISED' AND capture_requested_at IS NOT NULL) AS capture,
                               (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint
                                  FROM refund WHERE status = 'PENDING') AS refund,
                               (SELECT coalesce(extract(epoch FROM now() - min((
                                           SELECT min(l.at) FROM payment_ledger l
                                            WHERE l.payment_id = p.payment_id AND l.entry = 'VOIDED'))), 0)::bigint
                                  FROM payment p WHERE status = 'VOIDED' AND NOT void_confirmed) AS to_void,
                               (SELECT count(*) FROM refund
                                 WHERE status = 'FAILED' AND settled_at > now() - interval '1 day') AS failed_refunds
                        """).query(Ages.class).single());
    }
}
