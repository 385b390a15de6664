package ecommerce.order.reconciliation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compares again and again, on one replica at a time, and shows what the last comparison found. */
@Configuration(proxyBeanMethods = false)
class ReconciliationTask {

    @Bean
    Task<Void> reconcile(Reconciliation reconciliation, ReconciliationProperties properties) {
        return Tasks.recurring("reconcile", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> reconciliation.run());
    }

    @Bean
    MeterBinder reconciliationMismatches(ReconciliationRuns runs) {
        return registry -> Gauge.builder(
                        "shop.reconciliation.mismatches",
                        () -> runs.findLast().map(ReconciliationRuns.Run::mismatches).orElse(0L))
                .description("Orders at odds with payments, stock or shipments, in the last comparison; must be zero")
                .register(registry);
    }
}
