package ecommerce.order.amendment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts waiting amendments every minute. Most amendments start earlier, when the order's previous route ends. */
@Configuration(proxyBeanMethods = false)
class AmendmentTask {

    @Bean
    Task<Void> startWaitingAmendments(Amendments amendments) {
        return Tasks.recurring("start-waiting-amendments", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> amendments.startWaiting());
    }
}
