package ecommerce.system.outage;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills an instance, finds the last request to it in the gateways' logs, and starts it again. */
final class KilledInstance implements Runnable {

    /** Longer than the instance's lease and the refresh interval of all copies of the registry together. */
    private static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(40);

    private final LocalStack stack;
    private final RollingRestart rolling;
    private final ServiceDefinition service;
    private Optional<Duration> lastTraffic = Optional.empty();

    KilledInstance(LocalStack stack, RollingRestart rolling, ServiceDefinition service) {
        this.stack = stack;
        this.rolling = rolling;
        this.service = service;
    }

    @Override
    public void run() {
        var victim = rolling.instancesOf(service).getFirst();
        stack.process(victim).kill();
        var killed = Instant.now();
        LockSupport.parkNanos(UNTIL_FORGOTTEN.toNanos());
        lastTraffic = rolling.instancesOf(ServiceDefinition.API_GATEWAY).stream()
                .flatMap(this::failedCalls)
                .filter(time -> time.isAfter(killed))
                .max(Comparator.naturalOrder())
                .map(last -> Duration.between(killed, last));
        stack.process(victim).start();
        rolling.await(victim);
    }

    private Stream<Instant> failedCalls(Instance gateway) {
        try {
            return Files.readAllLines(stack.process(gateway).log()).stream()
                    .filter(line -> line.contains("goes to another instance"))
                    .map(line -> OffsetDateTime.parse(line.substring(0, line.indexOf(' ')))
                            .toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the time from the kill to the last request that a gateway sent to the instance; empty if there was none.
     */
    Optional<Duration> lastTraffic() {
        return lastTraffic;
    }
}
