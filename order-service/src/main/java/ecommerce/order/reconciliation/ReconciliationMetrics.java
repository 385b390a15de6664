package ecommerce.order.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports metrics of the last comparison, which may have run on another replica. */
@Component
class ReconciliationMetrics {

    private final ReconciliationRuns runs;
    private final Clock clock;
    private final Instant started;
    private final AtomicLong mismatches = new AtomicLong();
    private final AtomicLong age = new AtomicLong();

    ReconciliationMetrics(ReconciliationRuns runs, Clock clock, MeterRegistry meters) {
        this.runs = runs;
        this.clock = clock;
        this.started = clock.instant();
        Gauge.builder("shop.reconciliation.mismatches", mismatches::get)
                .description("Orders that disagree with payments, stock or shipments in the last comparison; must be 0")
                .register(meters);
        Gauge.builder("shop.reconciliation.age", age::get)
                .description("Time since the last comparison finished")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        var last = runs.findLast();
        mismatches.set(last.map(ReconciliationRuns.Run::mismatches).orElse(0L));
        var since = last.map(ReconciliationRuns.Run::finishedAt).orElse(started);
        age.set(Duration.between(since, clock.instant()).toSeconds());
    }
}
