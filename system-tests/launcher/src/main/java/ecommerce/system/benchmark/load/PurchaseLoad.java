package ecommerce.system.benchmark.load;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.client.Account;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Simulates customers who buy concurrently. Each customer starts the next purchase when the last one is confirmed. */
public final class PurchaseLoad {

    private static final int PLENTY = 1_000_000;

    /** So many products that customers rarely buy the same one at the same time. */
    private static final int PRODUCTS_PER_CUSTOMER = 6;

    private final int customers;
    private final Duration betweenLooks;
    private final Map<Checkout, List<Buyer>> buyers = new HashMap<>();

    public PurchaseLoad(int customers, Duration betweenLooks) {
        this.customers = customers;
        this.betweenLooks = betweenLooks;
    }

    /**
     * Registers the customers, creates their products and runs purchases for the given time, at least one per customer.
     * Does nothing if the checkout is already warm. A customer who fails buys nothing more until the first round.
     *
     * @throws LauncherException if all customers fail
     */
    public void warmUp(Checkout checkout, Duration time) {
        if (!buyers.containsKey(checkout)) {
            buyers.put(checkout, newBuyers(checkout));
            var failures = run(checkout, time).failures();
            failures.forEach(failure -> System.err.println(
                    "A customer failed in the warm-up of %s: %s".formatted(checkout.label(), failure.getMessage())));
            if (failures.size() == customers) {
                throw new LauncherException("All customers failed in the warm-up");
            }
        }
    }

    /**
     * Runs purchases and measures them for the given time. The purchases start a quarter of this time earlier, because
     * all customers start together and at first no order can be confirmed.
     */
    public LoadResult<Purchase> run(Checkout checkout, Duration time) {
        var processes = checkout.processes();
        return new Load<Purchase>()
                .run(
                        buyers.getOrDefault(checkout, List.of()),
                        time.dividedBy(4),
                        time,
                        () -> processes.times(Map.of()));
    }

    private List<Buyer> newBuyers(Checkout checkout) {
        var shop = new ShopClient(checkout.uri(ServiceDefinition.API_GATEWAY));
        var staff = new Account(shop, "admin", "admin-password");
        var products = new Shelves(staff, new Random(1)).fill(PRODUCTS_PER_CUSTOMER * customers, PLENTY, PLENTY);
        return IntStream.range(0, customers)
                .mapToObj(number -> new Buyer(Account.register(shop), products, betweenLooks))
                .toList();
    }
}
