package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Stores tasks that outlive this process. A task is stored in the caller's transaction, so it runs if and only if the
 * transaction commits. It starts right after the commit.
 */
public class DurableTasks {

    private static final Duration SAFETY_NET = Duration.ofSeconds(10);

    /** Published when a task is stored that is due immediately. */
    record TaskStored() {}

    private final SchedulerClient client;
    private final TaskTracing tracing;
    private final ApplicationEventPublisher events;

    DurableTasks(SchedulerClient client, TaskTracing tracing, ApplicationEventPublisher events) {
        this.client = client;
        this.tracing = tracing;
        this.events = events;
    }

    /** Stores the task, unless a task with the same name and id is already stored. */
    public void schedule(TaskInstance<TaskOrigin> task) {
        store(task, Instant.now());
        events.publishEvent(new TaskStored());
    }

    /**
     * Stores a task for work that the caller itself does right after its transaction. The task runs ten seconds later
     * and must check whether the work is already done.
     */
    public void scheduleAsSafetyNet(TaskInstance<TaskOrigin> task) {
        store(task, Instant.now().plus(SAFETY_NET));
    }

    private void store(TaskInstance<TaskOrigin> task, Instant time) {
        client.scheduleIfNotExists(new TaskInstance<>(task.getTaskName(), task.getId(), tracing.current()), time);
    }
}
