package ecommerce.system.outage;

import ecommerce.system.application.Compilation;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.TemporaryShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the outage test: starts a shop with two product- and two order-services, and disturbs one part after the other.
 */
public final class Outages {

    private static final Map<ServiceDefinition, Integer> TWO =
            Map.of(ServiceDefinition.PRODUCT_SERVICE, 2, ServiceDefinition.ORDER_SERVICE, 2);

    /** Settings of a server. The local profile doesn't drain instances, and uses the registry less often. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RATE_LIMITS", "false",
            "DRAIN", "10s",
            "EUREKA_INSTANCE_LEASERENEWALINTERVALINSECONDS", "5",
            "EUREKA_INSTANCE_LEASEEXPIRATIONDURATIONINSECONDS", "15",
            "EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "3",
            "EUREKA_CLIENT_INITIALINSTANCEINFOREPLICATIONINTERVALSECONDS", "2",
            "EUREKA_CLIENT_INSTANCEINFOREPLICATIONINTERVALSECONDS", "5");

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Path root;
    private final int portOffset;
    private final boolean brief;
    private final List<OutageResult> results = new ArrayList<>();

    /** @param brief whether to run only the rolling restart and one killed instance */
    public Outages(Path root, int portOffset, boolean brief) {
        this.root = root;
        this.portOffset = portOffset;
        this.brief = brief;
    }

    /** Starts the shop, runs all events under load and stops the shop. */
    public OutageReport run() {
        var state = StateDirectory.of(root, portOffset);
        System.out.println("Starting a separate shop; its logs are in " + state.logs());
        try (var authentication = new StableAddress()) {
            var environment = new HashMap<>(ENVIRONMENT);
            environment.put("AUTH_URL", authentication.url());
            var stack = new LocalStack(root, state, portOffset, environment, TWO, Compilation.QUICK);
            authentication.leadTo(() -> userServices(stack));
            return TemporaryShop.runBesideOtherWork(stack, this::happen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<InetSocketAddress> userServices(LocalStack stack) {
        return stack.instances().stream()
                .filter(instance -> instance.service() == ServiceDefinition.USER_SERVICE)
                .map(instance ->
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), instance.port(stack.portOffset())))
                .toList();
    }

    private OutageReport happen(LocalStack stack) {
        var doors = new Doors();
        var rolling = new RollingRestart(stack, doors);
        rolling.instancesOf(ServiceDefinition.API_GATEWAY).forEach(gateway -> doors.open(rolling.uri(gateway)));
        var shop = new ShopClient(doors);
        var products =
                new Shelves(new Account(shop, "admin", "admin-password"), new Random()).fill(50, 100_000, 100_001);
        var load = new SteadyLoad(shop, products);
        try (load) {
            // A brief run has fewer customers, because they slow down the restarts on a small machine.
            load.begin(brief ? 2 : 5, brief ? 1 : 3);
            pass(A_WHILE); // warm-up
            if (!brief) {
                note(load.during("nothing", () -> pass(A_WHILE)));
            }
            note(load.during("a rolling restart of all ten services", rolling));
            pass(A_WHILE);
            var killed = new KilledInstance(stack, rolling, ServiceDefinition.PRODUCT_SERVICE);
            note(load.during("`kill -9` of one of two product-services", killed));
            if (!brief) {
                happenToo(stack, rolling, load);
            }
            pass(A_WHILE);
            return OutageReport.of(results, killed.lastTraffic(), load.placed());
        }
    }

    private void happenToo(LocalStack stack, RollingRestart rolling, SteadyLoad load) {
        note(load.during(
                "`kill -9` of one of two order-services",
                new KilledInstance(stack, rolling, ServiceDefinition.ORDER_SERVICE)));
        note(load.during("`kill -9` of PostgreSQL, started again at once", () -> {
            stack.crashDatabase();
            stack.instances().forEach(rolling::await);
            pass(A_WHILE);
        }));
        note(load.during(
                "cloud-config gone for a minute",
                () -> goneForAMinute(stack, rolling, ServiceDefinition.CLOUD_CONFIG)));
        note(load.during(
                "the registry gone for a minute",
                () -> goneForAMinute(stack, rolling, ServiceDefinition.SERVICE_DISCOVERY)));
    }

    private static void goneForAMinute(LocalStack stack, RollingRestart rolling, ServiceDefinition service) {
        var instance = Instance.first(service);
        stack.process(instance).kill();
        pass(A_MINUTE);
        stack.process(instance).start();
        rolling.await(instance);
        pass(A_WHILE);
    }

    private void note(OutageResult result) {
        System.out.println(result);
        results.add(result);
    }

    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
