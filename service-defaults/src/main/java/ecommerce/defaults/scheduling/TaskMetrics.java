package ecommerce.defaults.scheduling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * How late the service's durable tasks are, clean-ups included. A task that waits for its next attempt isn't late; one that is
 * late isn't run by any replica. Every replica reports the same.
 */
class TaskMetrics {

    private final JdbcClient jdbc;
    private final AtomicLong lateness = new AtomicLong();

    TaskMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.tasks.lateness", lateness::get)
                .description("Time since the longest overdue task should have been run")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        lateness.set(jdbc.sql("SELECT coalesce(extract(epoch FROM now() - min(execution_time)), 0)::bigint"
                        + " FROM scheduled_tasks WHERE execution_time < now() AND NOT picked")
                .query(Long.class)
                .single());
    }
}
