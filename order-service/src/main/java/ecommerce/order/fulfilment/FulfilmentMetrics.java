package ecommerce.order.fulfilment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reports the number and age of waiting orders. Every replica reports the same values. They are read every 15
 * seconds, so that a scrape never waits for the database.
 */
@Component
class FulfilmentMetrics {

    private record Figures(
            long needingAttention, long oldestAttention, long pending, long oldestPending, long oldestStep) {}

    private final JdbcClient jdbc;
    private final AtomicReference<Figures> latest = new AtomicReference<>(new Figures(0, 0, 0, 0, 0));

    FulfilmentMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.orders.needing.attention", () -> latest.get().needingAttention())
                .description("Orders that are flagged for staff")
                .register(meters);
        Gauge.builder("shop.orders.oldest.attention", () -> latest.get().oldestAttention())
                .description("Time since the oldest flag was set")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.orders.pending", () -> latest.get().pending())
                .description("Orders that aren't confirmed or rejected yet")
                .register(meters);
        Gauge.builder("shop.orders.oldest.pending", () -> latest.get().oldestPending())
                .description("Time since the oldest pending order was placed")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.fulfilment.oldest.step", () -> latest.get().oldestStep())
                .description("Time that the order waiting longest has been at its step")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        latest.set(jdbc.sql("""
                        SELECT (SELECT count(*) FROM orders WHERE attention_since IS NOT NULL) AS needing_attention,
                               (SELECT coalesce(extract(epoch FROM now() - min(attention_since)), 0)::bigint
                                  FROM orders WHERE attention_since IS NOT NULL) AS oldest_attention,
                               (SELECT count(*) FROM orders WHERE status = 'PENDING') AS pending,
                               (SELECT coalesce(extract(epoch FROM now() - min(order_date)), 0)::bigint
                                  FROM orders WHERE status = 'PENDING') AS oldest_pending,
                               (SELECT coalesce(extract(epoch FROM now() - min(step_since)), 0)::bigint
                                  FROM checkout WHERE position <> 'DONE') AS oldest_step
                        """).query(Figures.class).single());
    }
}
