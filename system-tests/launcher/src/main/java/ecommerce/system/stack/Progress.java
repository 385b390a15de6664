package ecommerce.system.stack;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import ecommerce.system.stack.ProgressListener.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Waits for a starting shop and reports its progress. */
final class Progress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final LocalStack stack;
    private final Health health;
    private final ProgressListener listener;
    private final Instant start = Instant.now();
    private final Set<Instance> ready = new HashSet<>();
    private final Set<Instance> registered = new HashSet<>();

    Progress(LocalStack stack, Health health, ProgressListener listener) {
        this.stack = stack;
        this.health = health;
        this.listener = listener;
    }

    void await(Duration patience) {
        stack.instances().forEach(instance -> tell(instance, Step.STARTING));
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
        return stack.instances().stream()
                .allMatch(instance -> ready.contains(instance) && registered.contains(instance));
    }

    private void look() {
        for (var instance : stack.instances()) {
            if (!ready.contains(instance) && health.isReady(instance)) {
                ready.add(instance);
                tell(instance, Step.READY);
            }
        }
        var registry = health.registry();
        for (var instance : stack.instances()) {
            if (!registered.contains(instance) && health.isRegistered(instance, registry)) {
                registered.add(instance);
                tell(instance, Step.REGISTERED);
            }
        }
    }

    private void requireAlive() {
        for (var instance : stack.instances()) {
            var process = stack.process(instance);
            if (!process.isAlive()) {
                throw new LauncherException("%s has died; its log is %s.".formatted(process.name(), process.log()));
            }
        }
    }

    private LauncherException late(Duration patience) {
        var missing = stack.instances().stream()
                .filter(instance -> !ready.contains(instance) || !registered.contains(instance))
                .findFirst()
                .orElse(Instance.first(ServiceDefinition.API_GATEWAY));
        return new LauncherException("%s isn't ready after %d s; its log is %s."
                .formatted(
                        missing.name(),
                        patience.toSeconds(),
                        stack.process(missing).log()));
    }

    private void tell(Instance instance, Step step) {
        listener.onStep(instance, step, sinceStart());
    }

    private Duration sinceStart() {
        return Duration.between(start, Instant.now());
    }
}
