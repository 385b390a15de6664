package ecommerce.order.checkout;

import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many orders wait, for people or for an answer; every replica tells the same. Counted by itself from time to time,
 * so that nobody who asks for metrics, or stops the service, waits for a database.
 */
@Component
class CheckoutMetrics {

    private final OrderRepository orders;
    private final Clock clock;
    private final AtomicLong needingAttention = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestPendingSeconds = new AtomicLong();

    CheckoutMetrics(OrderRepository orders, Clock clock, MeterRegistry meters) {
        this.orders = orders;
        this.clock = clock;
        Gauge.builder("shop.orders.needing.attention", needingAttention::get)
                .description("Orders whose money only people can find")
                .register(meters);
        Gauge.builder("shop.orders.pending", pending::get)
                .description("Orders whose checkout is at work")
                .register(meters);
        Gauge.builder("shop.orders.oldest.pending", oldestPendingSeconds::get)
                .description("Since when the oldest of them is")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "5s")
    void count() {
        needingAttention.set(orders.countByStatus(OrderStatus.NEEDS_ATTENTION));
        pending.set(orders.countByStatus(OrderStatus.PENDING));
        oldestPendingSeconds.set(orders.oldestDate(OrderStatus.PENDING)
                .map(date -> Duration.between(date, clock.instant()).toSeconds())
                .orElse(0L));
    }
}
