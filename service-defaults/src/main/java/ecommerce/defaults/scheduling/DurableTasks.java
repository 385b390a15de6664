package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that outlives this process: it is stored in the caller's transaction, so that it happens if and only if that
 * commits, and begins right after.
 */
public class DurableTasks {

    private static final Duration SAFETY_NET = Duration.ofSeconds(10);

    private final SchedulerClient client;
    private final TaskTracing tracing;
    private final ObjectProvider<Scheduler> scheduler;

    DurableTasks(SchedulerClient client, TaskTracing tracing, ObjectProvider<Scheduler> scheduler) {
        this.client = client;
        this.tracing = tracing;
        this.scheduler = scheduler;
    }

    /** Stores the task, unless one of that name and id waits already. */
    public void schedule(TaskInstance<TaskOrigin> task) {
        store(task, Instant.now());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    begin();
                }
            });
        } else {
            begin();
        }
    }

    /**
     * Stores a task for what the caller is about to do itself, right after its transaction: it is done by the task only
     * if this process doesn't get to it, and so must find out whether it has been done.
     */
    public void scheduleAsSafetyNet(TaskInstance<TaskOrigin> task) {
        store(task, Instant.now().plus(SAFETY_NET));
    }

    private void store(TaskInstance<TaskOrigin> task, Instant time) {
        client.scheduleIfNotExists(new TaskInstance<>(task.getTaskName(), task.getId(), tracing.current()), time);
    }

    private void begin() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
