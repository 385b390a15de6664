package ecommerce.order.checkout;

import ecommerce.order.order.Order;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.order.OrderStatusChanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts confirmed, rejected and cancelled orders, and measures the time from placement to confirmation or rejection.
 */
@Component
class CheckoutMetrics {

    private static final Logger log = LoggerFactory.getLogger(CheckoutMetrics.class);

    private final MeterRegistry meters;

    CheckoutMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener
    void count(OrderStatusChanged changed) {
        switch (changed.to()) {
            case CONFIRMED, REJECTED -> {
                count(changed.order(), changed.to());
                meters.timer("shop.checkout.duration", "outcome", changed.to().name())
                        .record(Duration.between(changed.order().orderDate(), Instant.now()));
            }
            case CANCELLED -> count(changed.order(), changed.to());
            default -> {
                // caused by staff or carriers, not by the checkout
            }
        }
    }

    private void count(Order order, OrderStatus outcome) {
        log.info("Order {} is {}", order.orderId(), outcome);
        meters.counter("shop.orders", "outcome", outcome.name()).increment();
    }
}
