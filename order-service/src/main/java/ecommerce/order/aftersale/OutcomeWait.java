package ecommerce.order.aftersale;

import ecommerce.order.fulfilment.FulfilmentState;
import ecommerce.order.fulfilment.Fulfilments;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Waits a short time for the outcome of a durable task. Another process may run it, so this polls the database. */
@Component
public class OutcomeWait {

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
        return await(() -> fulfilments.find(orderId).orElseThrow(), FulfilmentState::isDone);
    }

    /** Returns the state as soon as it is final, or the last state when the longest wait is over. */
    public <T> T await(Supplier<T> state, Predicate<T> isFinal) {
        var end = System.nanoTime() + properties.longestWait().toNanos();
        var latest = state.get();
        while (!isFinal.test(latest) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            latest = state.get();
        }
        return latest;
    }
}
