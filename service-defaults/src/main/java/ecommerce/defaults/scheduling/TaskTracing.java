package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;

/** Runs a durable task in the trace in which it was stored, regardless of the process and the number of attempts. */
class TaskTracing implements ExecutionInterceptor {

    private final Tracer tracer;
    private final Propagator propagator;
    private final ObservationRegistry observations;

    TaskTracing(Tracer tracer, Propagator propagator, ObservationRegistry observations) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.observations = observations;
    }

    /** Returns the caller's current trace, if any. */
    TaskOrigin current() {
        var headers = new HashMap<String, String>();
        var span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), headers, (any, name, value) -> headers.put(name, value));
        }
        return new TaskOrigin(headers);
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext execution, ExecutionChain chain) {
        return Observation.createNotStarted("shop.task", () -> receiving(task), observations)
                .contextualName("task " + task.getTaskName())
                .lowCardinalityKeyValue("task", task.getTaskName())
                .highCardinalityKeyValue("task.instance", task.getId())
                .observe(() -> chain.proceed(task, execution));
    }

    private static ReceiverContext<Map<String, String>> receiving(TaskInstance<?> task) {
        var context = new ReceiverContext<Map<String, String>>(Map::get);
        // Recurring tasks, and tasks that an older version stored, have no origin.
        context.setCarrier(task.getData() instanceof TaskOrigin origin ? origin.headers() : Map.of());
        return context;
    }
}
