package ecommerce.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Reports the age of the oldest undelivered message. Every replica reports the same value. */
class OutboxMetrics {

    private final JdbcClient jdbc;
    private final AtomicLong oldest = new AtomicLong();

    OutboxMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.outbox.oldest", oldest::get)
                .description("Age of the oldest undelivered message")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        oldest.set(
                jdbc.sql("SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint FROM outbox_message")
                        .query(Long.class)
                        .single());
    }
}
