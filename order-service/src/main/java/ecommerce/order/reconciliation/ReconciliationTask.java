package ecommerce.order.reconciliation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the comparison at the configured interval, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class ReconciliationTask {

    @Bean
    Task<Void> reconcile(Reconciliation reconciliation, Reconciliation.Properties properties) {
        return Tasks.recurring("reconcile", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> reconciliation.run());
    }
}
