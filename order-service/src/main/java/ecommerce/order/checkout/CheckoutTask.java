package ecommerce.order.checkout;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable task that runs a step: tried again until it succeeds, taken over when its process dies. */
@Configuration(proxyBeanMethods = false)
class CheckoutTask {

    static String id(long orderId, CheckoutPosition position) {
        return "%d:%s".formatted(orderId, position);
    }

    @Bean
    OneTimeTask<Void> checkoutStep(ObjectProvider<CheckoutSaga> saga, CheckoutProperties properties) {
        return Tasks.oneTime("checkout-step")
                .onFailure(new Backoff<>(properties.firstRetry(), properties.longestRetry()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = instance.getId().split(":");
                    saga.getObject().run(Long.parseLong(id[0]), CheckoutPosition.valueOf(id[1]));
                });
    }
}
