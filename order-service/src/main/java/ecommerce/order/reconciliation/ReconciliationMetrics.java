package ecommerce.order.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the last comparison found, on whichever replica it ran. */
@Component
class ReconciliationMetrics {

    private final ReconciliationRuns runs;
    private final AtomicLong mismatches = new AtomicLong();

    ReconciliationMetrics(ReconciliationRuns runs, MeterRegistry meters) {
        this.runs = runs;
        Gauge.builder("shop.reconciliation.mismatches", mismatches::get)
                .description("Orders at odds with payments, stock or shipments, in the last comparison; must be zero")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "5s")
    void read() {
        mismatches.set(runs.findLast().map(ReconciliationRuns.Run::mismatches).orElse(0L));
    }
}
