package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable task that carries an order from step to step: stored with the change that calls for it, there until all
 * steps are done, tried again where one gets no answer, and taken over when its process dies.
 */
@Configuration(proxyBeanMethods = false)
class CheckoutTask {

    static TaskInstance<Void> of(OneTimeTask<Void> task, Checkout checkout) {
        return task.instance("%d:%d".formatted(checkout.orderId(), checkout.round()));
    }

    @Bean
    OneTimeTask<Void> carryOrderOn(ObjectProvider<CheckoutSaga> saga, CheckoutProperties properties) {
        return Tasks.oneTime("checkout")
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = instance.getId().split(":");
                    saga.getObject().run(Long.parseLong(id[0]), Integer.parseInt(id[1]));
                });
    }
}
