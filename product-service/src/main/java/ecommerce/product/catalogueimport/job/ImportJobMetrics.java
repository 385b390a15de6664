package ecommerce.product.catalogueimport.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Provides how long jobs take, and whether they move, as metrics. Every replica reports the same values. */
@Component
class ImportJobMetrics {

    /** Only the first open job runs. */
    private static final String AGES = """
            SELECT coalesce(extract(epoch FROM now() - min(accepted_at)), 0)::bigint AS oldest,
                   coalesce(extract(epoch FROM now() - max(moved_at)), 0)::bigint AS unmoved
              FROM (SELECT accepted_at, moved_at FROM import_job WHERE ended_at IS NULL ORDER BY job_id LIMIT 1) AS first
            """;

    private record Ages(long oldest, long unmoved) {}

    private final JdbcClient jdbc;
    private final AtomicReference<Ages> latest = new AtomicReference<>(new Ages(0, 0));

    ImportJobMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.import.jobs.oldest", () -> latest.get().oldest())
                .description("Time since the oldest open import job was accepted")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("shop.import.jobs.unmoved", () -> latest.get().unmoved())
                .description("Time since the oldest open import job last stored lines")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        latest.set(jdbc.sql(AGES).query(Ages.class).single());
    }
}
