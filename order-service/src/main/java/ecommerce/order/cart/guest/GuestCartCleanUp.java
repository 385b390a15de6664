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
     * Configures the clean-up.
     *
     * @param guestExpiry the time after the last change until a cart is deleted
     * @param sweepInterval the pause between two clean-ups
     */
    @ConfigurationProperties("shop.carts")
    record Properties(Duration guestExpiry, Duration sweepInterval) {}

    @Bean
    Task<Void> forgetUnusedGuestCarts(GuestCartService carts, Properties properties, Clock clock) {
        return Tasks.recurring("forget-unused-guest-carts", FixedDelay.of(properties.sweepInterval()))
                .execute((instance, context) -> {
                    var time = clock.instant().minus(properties.guestExpiry());
                    while (carts.forgetUnused(time)) {
                        // repeat until none is left
                    }
                });
    }
}
