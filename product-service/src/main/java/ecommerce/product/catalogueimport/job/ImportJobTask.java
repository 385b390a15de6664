package ecommerce.product.catalogueimport.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs each job in a durable task. If its process dies, another replica continues the job. A job that waits for an
 * earlier one is tried again every two seconds.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobTask {

    private static final String NAME = "import-catalogue";
    private static final Duration TURN = Duration.ofSeconds(2);

    static TaskInstance<TaskOrigin> instance(long jobId) {
        return new TaskInstance<>(NAME, Long.toString(jobId));
    }

    @Bean
    Task<TaskOrigin> importCatalogue(ImportJobRunner runner, Clock clock) {
        return Tasks.custom(NAME, TaskOrigin.class)
                .onFailure(Backoff.everSlower(Duration.ofSeconds(1), Duration.ofMinutes(1)))
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    var state = context.getSchedulerState();
                    return runner.run(Long.parseLong(task.getId()), state::isShuttingDown)
                            ? (complete, operations) -> operations.remove()
                            : again(clock, state.isShuttingDown() ? Duration.ZERO : TURN);
                });
    }

    private static CompletionHandler<TaskOrigin> again(Clock clock, Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(pause));
    }

    /** Deletes old jobs with the lines that they refused, and files that never became a job. */
    @Bean
    Task<Void> forgetImportJobs(ImportJobs jobs, ImportFiles files) {
        return Tasks.recurring("forget-import-jobs", FixedDelay.ofHours(1)).execute((task, context) -> {
            files.deleteAbandoned();
            while (jobs.forgetSome()) {
                // repeat until none is left
            }
        });
    }
}
