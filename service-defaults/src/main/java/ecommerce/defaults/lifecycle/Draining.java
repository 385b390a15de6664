package ecommerce.defaults.lifecycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes on answering for a while when the service is told to stop. The registry has been told by then (Eureka's
 * registration goes down with the closing of the context), but others still know this instance for as long as their
 * copies of the registry are old. Only then the web server takes no more connections and finishes what it has.
 */
class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final Duration wait;
    private volatile boolean running;

    Draining(Duration wait) {
        this.wait = wait;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        log.info("Answering for {} s more, until nobody knows this instance any more", wait.toSeconds());
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            stop();
            done.run();
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before everything else, the web server's graceful shutdown included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
