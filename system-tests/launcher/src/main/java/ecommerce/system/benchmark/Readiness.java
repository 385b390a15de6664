package ecommerce.system.benchmark;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.process.LauncherException;
import ecommerce.system.stack.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** Waits until services are ready. */
final class Readiness {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Health health;

    Readiness(Checkout checkout) {
        this.health = new Health(checkout.portOffset());
    }

    /** @param check runs before each check of the services; throws to stop the wait */
    void await(Collection<ServiceDefinition> services, Runnable check) {
        var missing = new ArrayList<>(services);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!missing.isEmpty()) {
            check.run();
            missing.removeIf(service -> health.isReady(Instance.first(service)));
            if (System.nanoTime() > end) {
                throw new LauncherException("%s isn't ready after %d min.".formatted(missing, PATIENCE.toMinutes()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
