package ecommerce.order.cart.guest;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes guests' carts that haven't been changed for a long time. */
@Configuration(proxyBeanMethods = false)
class GuestCartCleanUp {

    /**
     * How long guests are waited for.
     *
     * @param guestExpiry since the cart was last changed
     * @param sweepInterval how often such carts are looked for
     */
    @ConfigurationProperties("shop.carts")
    record Properties(Duration guestExpiry, Duration sweepInterval) {}

    @Bean
    Task<Void> forgetUnusedGuestCarts(GuestCartService carts, Properties properties, Clock clock) {
        return Tasks.recurring("forget-unused-guest-carts", FixedDelay.of(properties.sweepInterval()))
                .execute((instance, context) -> {
                    var time = clock.instant().minus(properties.guestExpiry());
                    while (carts.forgetUnused(time)) {
                        // there are more
                    }
                });
    }
}
