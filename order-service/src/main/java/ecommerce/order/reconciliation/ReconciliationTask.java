package ecommerce.order.reconciliation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the comparison at the configured interval, on one replica at a time, and when staff request it. */
@Configuration(proxyBeanMethods = false)
class ReconciliationTask {

    private static final String REQUESTED = "reconcile-on-request";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    /**
     * Returns the task that makes a run after the last finished run, which has this id. A request joins a requested run that
     * isn't finished, so that requests neither run in parallel nor pile up while a service is down.
     */
    static TaskInstance<TaskOrigin> runAfter(long runId) {
        return new TaskInstance<>(REQUESTED, Long.toString(runId));
    }

    @Bean
    Task<Void> reconcile(Reconciliation reconciliation, Reconciliation.Properties properties) {
        return Tasks.recurring("reconcile", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> reconciliation.run());
    }

    @Bean
    Task<TaskOrigin> reconcileOnRequest(
            Reconciliation reconciliation, ReconciliationRuns runs, Reconciliation.Properties properties) {
        return Tasks.oneTime(REQUESTED, TaskOrigin.class)
                .onFailure(new Backoff<>(FIRST_RETRY, properties.interval()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    if (runs.findLatestFinishedId() <= Long.parseLong(instance.getId())) {
                        reconciliation.run();
                    }
                });
    }
}
