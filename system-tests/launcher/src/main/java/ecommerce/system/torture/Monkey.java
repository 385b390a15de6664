package ecommerce.system.torture;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import ecommerce.system.stack.Health;
import ecommerce.system.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills processes with {@code kill -9}, one after the other. Kills the next process when the last one is ready again.
 */
final class Monkey implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<ServiceDefinition> FAVOURITES = Set.of(
            ServiceDefinition.ORDER_SERVICE, ServiceDefinition.PAYMENT_SERVICE, ServiceDefinition.PRODUCT_SERVICE);

    private final LocalStack stack;
    private final Health health;
    private final Random random;
    /** The processes to kill. An empty element means the database. */
    private final List<Optional<Instance>> plan;

    private final Map<String, Integer> kills = Collections.synchronizedMap(new TreeMap<>());

    Monkey(LocalStack stack, TortureSettings settings) {
        this.stack = stack;
        this.health = new Health(stack.portOffset());
        this.random = new Random(settings.seed());
        this.plan = plan(settings);
    }

    private List<Optional<Instance>> plan(TortureSettings settings) {
        var victims = new ArrayList<Optional<Instance>>();
        for (var service : ServiceDefinition.all()) {
            if (settings.allServices() || FAVOURITES.contains(service)) {
                victims.add(Optional.of(any(service)));
            }
        }
        for (var round = 0; round < settings.rounds(); round++) {
            FAVOURITES.stream().sorted().forEach(service -> victims.add(Optional.of(any(service))));
        }
        for (var kill = 0; kill < settings.databaseKills(); kill++) {
            victims.add(Optional.empty());
        }
        Collections.shuffle(victims, random);
        return victims;
    }

    private Instance any(ServiceDefinition service) {
        var replicas = stack.instances().stream()
                .filter(instance -> instance.service() == service)
                .toList();
        return replicas.get(random.nextInt(replicas.size()));
    }

    @Override
    public void run() {
        for (var victim : plan) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(500, 3000)).toNanos());
            victim.ifPresentOrElse(this::kill, this::killDatabase);
        }
    }

    private void kill(Instance instance) {
        var process = stack.process(instance);
        process.kill();
        process.start();
        var start = Instant.now();
        await(instance, start);
        tell(instance.name(), start);
    }

    private void killDatabase() {
        var start = Instant.now();
        stack.crashDatabase();
        stack.instances().forEach(instance -> await(instance, start));
        tell("postgres", start);
    }

    private void await(Instance instance, Instant start) {
        while (!health.isReady(instance) || !health.isRegistered(instance, health.registry())) {
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new LauncherException("%s isn't ready again in time; its log is %s."
                        .formatted(instance.name(), stack.process(instance).log()));
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    private void tell(String name, Instant start) {
        kills.merge(name, 1, Integer::sum);
        var seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "kill -9 %-20s ready again after %5.1f s%n", name, seconds);
    }

    /** Returns the number of kills by process. */
    Map<String, Integer> kills() {
        return kills;
    }
}
