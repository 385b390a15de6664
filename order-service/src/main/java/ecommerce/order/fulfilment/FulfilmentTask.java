package ecommerce.order.fulfilment;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.order.fulfilment.FulfilmentEngine.Result;
import io.micrometer.tracing.BaggageInScope;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs an order's route as a durable task. The task is stored in the transaction that begins a route, and is deleted at
 * the end of the route. A step without an answer is retried after a growing pause. If the process dies, another process
 * takes the task over.
 */
@Configuration(proxyBeanMethods = false)
class FulfilmentTask {

    private static final String NAME = "fulfilment";

    /** The name under which the previous version stores the same task. */
    private static final String NAME_BEFORE = "checkout";

    private static final int BUSY_PAUSE_MILLIS = 500;

    private final FulfilmentEngine engine;
    private final FulfilmentProperties properties;
    private final Tracer tracer;
    private final Clock clock;

    FulfilmentTask(FulfilmentEngine engine, FulfilmentProperties properties, Tracer tracer, Clock clock) {
        this.engine = engine;
        this.properties = properties;
        this.tracer = tracer;
        this.clock = clock;
    }

    static TaskInstance<TaskOrigin> instance(long orderId, int round) {
        return new TaskInstance<>(NAME, "%d:%d".formatted(orderId, round));
    }

    @Bean
    Task<TaskOrigin> fulfilment() {
        return task(NAME);
    }

    @Bean
    Task<TaskOrigin> fulfilmentOfTheVersionBefore() {
        return task(NAME_BEFORE);
    }

    private Task<TaskOrigin> task(String name) {
        return Tasks.custom(name, TaskOrigin.class)
                .onFailure(Backoff.everSlower(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = instance.getId().split(":");
                    try (var _ = inLogs(id[0])) {
                        return completion(engine.run(Long.parseLong(id[0]), Integer.parseInt(id[1])));
                    }
                });
    }

    private CompletionHandler<TaskOrigin> completion(Result result) {
        return switch (result) {
            case FINISHED -> new CompletionHandler.OnCompleteRemove<>();
            case BUSY ->
                (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(busyPause()));
        };
    }

    private static Duration busyPause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(BUSY_PAUSE_MILLIS / 2, BUSY_PAUSE_MILLIS));
    }

    /** Adds the order's id to the log lines. */
    private BaggageInScope inLogs(String orderId) {
        return tracer.createBaggageInScope("orderId", orderId);
    }
}
