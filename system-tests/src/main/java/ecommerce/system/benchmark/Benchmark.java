package ecommerce.system.benchmark;

import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import ecommerce.system.client.Shelves;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.ServiceDefinition;
import ecommerce.system.stack.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Checkouts as fast as they go: each customer places the next order when the last is confirmed. The driver, the database
 * and all services share the machine.
 */
public final class Benchmark {

    /** Compiled as on a server, which pays off after minutes. */
    private static final Map<String, String> ENVIRONMENT = Map.of("JDK_JAVA_OPTIONS", "-XX:+TieredCompilation");

    private static final int PRODUCTS = 200;
    private static final int PLENTY = 1_000_000;

    private final Path root;
    private final int portOffset;
    private final BenchmarkSettings settings;

    public Benchmark(Path root, int portOffset, BenchmarkSettings settings) {
        this.root = root;
        this.portOffset = portOffset;
        this.settings = settings;
    }

    /** Starts a shop of its own, measures, and stops it. */
    public BenchmarkResult run() {
        var state = StateDirectory.of(root, portOffset);
        return new LocalStack(root, state, portOffset, ENVIRONMENT).runFor(this::measure);
    }

    private BenchmarkResult measure(LocalStack stack) {
        var shop = new ShopClient(stack.uri(ServiceDefinition.API_GATEWAY));
        var staff = new Account(shop, "admin", "admin-password");
        var products = new Shelves(staff, new Random(1)).fill(PRODUCTS, PLENTY, PLENTY);
        var accounts = IntStream.range(0, settings.customers()).mapToObj(i -> Account.register(shop)).toList();
        var result = new BenchmarkResult(Instant.now().plus(settings.warmUp()), settings.measured());
        BooleanSupplier goesOn = () -> Instant.now().isBefore(result.end());
        try (var confirmations = new Confirmations(stack.databaseUrl());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            accounts.forEach(account -> threads.submit(() -> buy(account, products, stack, confirmations, result, goesOn)));
            while (goesOn.getAsBoolean()) {
                confirmations.look();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            confirmations.look();
            threads.shutdownNow();
        }
        return result;
    }

    private static void buy(
            Account account,
            List<Long> products,
            LocalStack stack,
            Confirmations confirmations,
            BenchmarkResult result,
            BooleanSupplier goesOn) {
        try (var carts = new Carts(stack.databaseUrl())) {
            while (goesOn.getAsBoolean()) {
                var first = ThreadLocalRandom.current().nextInt(products.size() - 1);
                carts.fill(account.userId(), products.get(first), products.get(first + 1));
                var key = UUID.randomUUID().toString();
                var start = Instant.now();
                var answer = account.send(
                        "POST", "/api/orders", Map.of("paymentToken", "tok_approved"), Map.of("Idempotency-Key", key));
                var answered = Instant.now();
                if (!answer.is(201)) {
                    throw new IllegalStateException("A checkout was answered " + answer);
                }
                var ended = confirmations.await(answer.number("orderId")).join();
                result.add(start, answered, ended);
            }
        } catch (RuntimeException e) {
            result.fail(e);
        }
    }
}
