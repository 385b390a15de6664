package ecommerce.order.aftersale;

import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Waits until an order has completed its route. Another process may be running the route, so this polls the database.
 */
@Component
class OutcomeWait {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /** @param longestWait the time after which a request is answered with 202 */
    @ConfigurationProperties("shop.after-sale")
    record Properties(@DefaultValue("2s") Duration longestWait) {}

    private final Fulfilments fulfilments;
    private final Properties properties;

    OutcomeWait(Fulfilments fulfilments, Properties properties) {
        this.fulfilments = fulfilments;
        this.properties = properties;
    }

    /** Returns the order's position at the end of its route, or when the longest wait is over. */
    FulfilmentState await(long orderId) {
        var end = System.nanoTime() + properties.longestWait().toNanos();
        var state = fulfilments.find(orderId).orElseThrow();
        while (!state.isDone() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            state = fulfilments.find(orderId).orElseThrow();
        }
        return state;
    }
}
