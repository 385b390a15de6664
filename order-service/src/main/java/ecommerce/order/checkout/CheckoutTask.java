package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import io.micrometer.tracing.BaggageInScope;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task that carries an order from step to step: stored with the change that calls for it, there until all
 * steps are done, tried again where one gets no answer, and taken over when its process dies.
 */
@Configuration(proxyBeanMethods = false)
class CheckoutTask {

    static TaskInstance<TaskOrigin> of(OneTimeTask<TaskOrigin> task, Checkout checkout) {
        return task.instance("%d:%d".formatted(checkout.orderId(), checkout.round()));
    }

    @Bean
    OneTimeTask<TaskOrigin> carryOrderOn(
            ObjectProvider<CheckoutSaga> saga, ObjectProvider<Tracer> tracer, CheckoutProperties properties) {
        return Tasks.oneTime("checkout", TaskOrigin.class)
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = instance.getId().split(":");
                    try (var _ = inLogs(id[0], tracer.getIfAvailable(() -> Tracer.NOOP))) {
                        saga.getObject().run(Long.parseLong(id[0]), Integer.parseInt(id[1]));
                    }
                });
    }

    /** Has the logs say which order this is about. */
    private static BaggageInScope inLogs(String orderId, Tracer tracer) {
        return tracer.createBaggageInScope("orderId", orderId);
    }
}
