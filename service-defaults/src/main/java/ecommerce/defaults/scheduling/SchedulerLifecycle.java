package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs tasks from when the service is up until it begins to stop. A scheduler stops for good, so others pause it. */
class SchedulerLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    private final Scheduler scheduler;
    private volatile boolean running;
    private volatile boolean started;
    private volatile boolean closing;

    SchedulerLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        if (started) {
            scheduler.resume();
        } else {
            scheduler.start();
        }
        started = true;
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (closing) {
            scheduler.stop();
        } else {
            scheduler.pause();
        }
    }

    /** Looks for due tasks once the transaction that stored one has committed. */
    @TransactionalEventListener(fallbackExecution = true)
    void onTaskStored(DurableTasks.TaskStored stored) {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Comes before {@link #stop()}, which isn't called where it rests already. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
        if (started && !running) {
            scheduler.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
