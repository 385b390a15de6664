package ecommerce.system.launcher;

import ecommerce.system.launcher.ProgressListener.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Watches a starting shop. */
final class Progress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final LocalStack stack;
    private final Health health;
    private final ProgressListener listener;
    private final Instant start = Instant.now();
    private final Set<ServiceDefinition> ready = EnumSet.noneOf(ServiceDefinition.class);
    private final Set<ServiceDefinition> registered = EnumSet.noneOf(ServiceDefinition.class);

    Progress(LocalStack stack, Health health, ProgressListener listener) {
        this.stack = stack;
        this.health = health;
        this.listener = listener;
    }

    void await(Duration patience) {
        Arrays.stream(ServiceDefinition.values()).forEach(service -> tell(service, Step.STARTING));
        while (!isComplete() || !health.isSettled()) {
            requireAlive();
            look();
            if (sinceStart().compareTo(patience) > 0) {
                throw late(patience);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isComplete() {
        return Arrays.stream(ServiceDefinition.values())
                .allMatch(service -> ready.contains(service) && registered.contains(service));
    }

    private void look() {
        for (var service : ServiceDefinition.values()) {
            if (!ready.contains(service) && health.isReady(service)) {
                ready.add(service);
                tell(service, Step.READY);
            }
        }
        var registry = health.registry();
        for (var service : ServiceDefinition.values()) {
            if (!registered.contains(service) && Health.isRegistered(service, registry)) {
                registered.add(service);
                tell(service, Step.REGISTERED);
            }
        }
    }

    private void requireAlive() {
        for (var service : ServiceDefinition.values()) {
            var process = stack.service(service);
            if (!process.isAlive()) {
                throw new LauncherException("%s has died; its log is %s.".formatted(process.name(), process.log()));
            }
        }
    }

    private LauncherException late(Duration patience) {
        var missing = Arrays.stream(ServiceDefinition.values())
                .filter(service -> !ready.contains(service) || !registered.contains(service))
                .findFirst()
                .orElse(ServiceDefinition.API_GATEWAY);
        return new LauncherException("%s isn't ready after %d s; its log is %s."
                .formatted(
                        missing.serviceName(), patience.toSeconds(), stack.service(missing).log()));
    }

    private void tell(ServiceDefinition service, Step step) {
        listener.onStep(service, step, sinceStart());
    }

    private Duration sinceStart() {
        return Duration.between(start, Instant.now());
    }
}
