package ecommerce.product.reservation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Expires overdue reservations. The task runs on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class ReservationSweeper {

    private static final Logger log = LoggerFactory.getLogger(ReservationSweeper.class);

    @Bean
    Task<Void> expireReservations(ReservationService reservations, ReservationProperties properties, Clock clock) {
        return Tasks.recurring("expire-reservations", FixedDelay.of(properties.sweepInterval()))
                .execute((instance, context) -> sweep(reservations, clock));
    }

    private static void sweep(ReservationService reservations, Clock clock) {
        List<Long> expired;
        do {
            expired = reservations.findExpired(clock.instant());
            expired.forEach(reservations::expire);
            if (!expired.isEmpty()) {
                log.info("Expired the reservations of orders {}", expired);
            }
        } while (!expired.isEmpty());
    }
}
