package ecommerce.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The age of the oldest message that wasn't taken yet. Every replica reports the same. */
class OutboxMetrics {

    private final JdbcClient jdbc;
    private final AtomicLong oldest = new AtomicLong();

    OutboxMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.outbox.oldest", oldest::get)
                .description("Time since the oldest message was stored that its receiver hasn't taken")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "5s")
    void read() {
        oldest.set(
                jdbc.sql("SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint FROM outbox_message")
                        .query(Long.class)
                        .single());
    }
}
