package ecommerce.shipping.outbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import ecommerce.defaults.scheduling.Backoff;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the tasks that the previous version of this service has stored for its events. */
@Configuration(proxyBeanMethods = false)
class EarlierOutboxTask {

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    @Bean
    Task<TaskOrigin> deliverEarlierOutbox(EarlierOutbox earlier) {
        return Tasks.oneTime("deliver-outbox", TaskOrigin.class)
                .onFailure(new Backoff<>(FIRST_RETRY, LONGEST_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> earlier.deliver(Long.parseLong(
                        instance.getId().substring(0, instance.getId().indexOf(':')))));
    }
}
