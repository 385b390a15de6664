package ecommerce.system.torture;

import ecommerce.system.application.Compilation;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.TemporaryShop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Runs the torture test against a separate shop with two processes each of order-, product- and payment-service. */
public final class Torture {

    private static final Duration QUIET = Duration.ofMinutes(5);

    /** Timeouts and intervals are shorter here than in a real shop, so that the test ends within minutes. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RATE_LIMITS", "false",
            "SHOP_FULFILMENT_DEADLINE", "45s",
            "SHOP_FULFILMENT_LONGEST_RETRY", "5s",
            "SHOP_RECONCILIATION_GRACE", "3s",
            "SHOP_RECONCILIATION_INTERVAL", "30s");

    private static final int RECONCILIATIONS = 30;

    private static final Map<ServiceDefinition, Integer> REPLICAS = Map.of(
            ServiceDefinition.ORDER_SERVICE, 2,
            ServiceDefinition.PRODUCT_SERVICE, 2,
            ServiceDefinition.PAYMENT_SERVICE, 2);

    private final Path root;
    private final int portOffset;
    private final TortureSettings settings;
    private final Seen seen = new Seen();

    public Torture(Path root, int portOffset, TortureSettings settings) {
        this.root = root;
        this.portOffset = portOffset;
        this.settings = settings;
    }

    /**
     * Starts the shop, runs the test, checks the guarantees and stops the shop.
     *
     * @throws BrokenPromiseException for the first broken guarantee
     */
    public TortureReport run() {
        var state = StateDirectory.of(root, portOffset);
        System.out.println("Starting a separate shop; its logs are in " + state.logs());
        var stack = new LocalStack(root, state, portOffset, ENVIRONMENT, REPLICAS, Compilation.QUICK);
        return TemporaryShop.run(stack, this::torture);
    }

    private TortureReport torture(LocalStack stack) {
        var start = Instant.now();
        var shop = new ShopClient(stack.uri(ServiceDefinition.API_GATEWAY));
        var staff = new Account(shop, "admin", "admin-password");
        var products = new Shelves(staff, new Random(settings.seed())).fill(settings.products(), 5, 50);
        System.out.printf(
                "%d customers, %d products, seed %d%n", settings.customers(), products.size(), settings.seed());
        var monkey = new Monkey(stack, settings);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var killing = threads.submit(monkey);
            BooleanSupplier busy = () -> !killing.isDone()
                    || (killing.state() == Future.State.SUCCESS && seen.checkouts.get() < settings.checkouts());
            var working = threads.submit(new Staff(staff, seen, busy));
            var customers = customers(shop, products, busy, () -> !killing.isDone()).stream()
                    .<Future<?>>map(threads::submit)
                    .toList();
            join(killing);
            customers.forEach(Torture::join);
            join(working);
        }
        var driven = Duration.between(start, Instant.now());
        try (var checks = new Checks(stack.databaseUrl())) {
            withHistory(checks, () -> {
                awaitQuiet(checks);
                check(checks, staff);
            });
            return new TortureReport(settings, driven, seen, monkey.kills(), checks.outcomes(), checks.held());
        }
    }

    private List<Customer> customers(
            ShopClient shop, List<Long> products, BooleanSupplier goesOn, BooleanSupplier takesItsTime) {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Account>> registrations = IntStream.range(0, settings.customers())
                    .<Callable<Account>>mapToObj(i -> () -> Account.register(shop))
                    .toList();
            var accounts = threads.invokeAll(registrations);
            return IntStream.range(0, settings.customers())
                    .mapToObj(i -> new Customer(
                            accounts.get(i).resultNow(),
                            products,
                            new Random(settings.seed() + i),
                            seen,
                            goesOn,
                            takesItsTime))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }

    /** Adds the history of the affected order to a broken guarantee. */
    private static void withHistory(Checks checks, Runnable checking) {
        try {
            checking.run();
        } catch (BrokenPromiseException e) {
            throw e.orderId() == null ? e : e.withHistory(checks.history(e.orderId()));
        }
    }

    private static void awaitQuiet(Checks checks) {
        var start = Instant.now();
        while (!checks.isQuiet()) {
            if (Duration.between(start, Instant.now()).compareTo(QUIET) > 0) {
                var left = checks.unfinished();
                throw new BrokenPromiseException(
                        "%d orders or tasks aren't finished after %d s, including order %d"
                                .formatted(left.size(), QUIET.toSeconds(), left.getFirst()),
                        left.getFirst());
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private void check(Checks checks, Account staff) {
        if (!seen.surprises.isEmpty()) {
            throw new BrokenPromiseException(seen.surprises.peek(), null);
        }
        checks.run(seen);
        var replay = new Replay(seen);
        checks.hold("every repeated idempotency key returns the same answer", "%d keys".formatted(replay.run()));
        // Reconciliation ignores recent changes (SHOP_RECONCILIATION_GRACE).
        LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
        var reconciliation = reconcile(staff);
        if (!reconciliation.is(200) || reconciliation.number("mismatches") != 0) {
            throw new BrokenPromiseException("Reconciliation failed or found mismatches: " + reconciliation, null);
        }
        checks.hold("reconciliation finds no mismatches", "%d orders".formatted(reconciliation.number("orders")));
    }

    /** Requests comparisons until one is complete within the time for which its request waits. */
    private static Answer reconcile(Account staff) {
        var answer = staff.post("/api/orders/reconciliation", null);
        for (var attempt = 1; attempt < RECONCILIATIONS && answer.is(202); attempt++) {
            answer = staff.post("/api/orders/reconciliation", null);
        }
        return answer;
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new LauncherException("The torture test couldn't be completed: " + e.getCause(), e);
        }
    }
}
