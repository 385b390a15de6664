package ecommerce.defaults.scheduling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reports how long the most overdue durable task has been waiting, including clean-up tasks. A task that waits for its
 * next attempt isn't overdue. An overdue task means that no replica is running it. Every replica reports the same
 * value.
 */
class TaskMetrics {

    private final JdbcClient jdbc;
    private final AtomicLong lateness = new AtomicLong();

    TaskMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.tasks.lateness", lateness::get)
                .description("Time since the most overdue task was due")
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
