package ecommerce.payment.charge;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.payment.provider.ProviderRetries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the provider of a void in a durable task. The task is retried until the provider answers. */
@Configuration(proxyBeanMethods = false)
class VoidTask {

    private static final String CONFIRM_VOID = "confirm-void";

    static TaskInstance<TaskOrigin> confirmVoid(String id) {
        return new TaskInstance<>(CONFIRM_VOID, id);
    }

    @Bean
    Task<TaskOrigin> confirmVoid(PaymentReversal reversal, ProviderRetries retries) {
        return Tasks.oneTime(CONFIRM_VOID, TaskOrigin.class)
                .onFailure(retries.backoff())
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        reversal.confirmVoid(Long.parseLong(instance.getId().split(":")[0])));
    }
}
