package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Starts the scheduler when the service is up and stops it when the service shuts down. A stopped scheduler can't be
 * started again, so {@link #stop()} only pauses it while the context stays open.
 */
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

    /** Checks for due tasks after the transaction that stored one has committed. */
    @TransactionalEventListener(fallbackExecution = true)
    void onTaskStored(DurableTasks.TaskStored stored) {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Stops a paused scheduler. The context doesn't call {@link #stop()} on a bean that isn't running. */
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
