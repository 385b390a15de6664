package ecommerce.system.outage;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Simulates customers who browse and customers who buy, each at a steady pace. They never retry a request. */
final class SteadyLoad implements AutoCloseable {

    /** An order that was answered with 201. */
    record Placed(Account account, long orderId) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> customers = new ArrayList<>();
    private final Queue<Placed> placed = new ConcurrentLinkedQueue<>();
    private final ShopClient shop;
    private final List<Long> products;
    private volatile Tally tally = new Tally();
    private volatile boolean goesOn = true;

    SteadyLoad(ShopClient shop, List<Long> products) {
        this.shop = shop;
        this.products = products;
    }

    /**
     * Starts the customers.
     *
     * @param readers the number of customers who browse, each with about six requests per second
     * @param buyers the number of customers who buy, each with one order every one or two seconds
     */
    void begin(int readers, int buyers) {
        for (var reader = 0; reader < readers; reader++) {
            customers.add(threads.submit(this::lookAround));
        }
        for (var buyer = 0; buyer < buyers; buyer++) {
            var account = Account.register(shop);
            customers.add(threads.submit(() -> buy(account)));
        }
    }

    /** Runs the work and returns the responses that customers received during it. */
    OutageResult during(String what, Runnable work) {
        tally = new Tally();
        work.run();
        return tally.result(what);
    }

    private void lookAround() {
        while (goesOn) {
            counted("list", () -> shop.send("GET", "/api/products?size=20", "", null, ShopClient.FRESH));
            Account.pause(50, 250);
            counted("product", () -> shop.send("GET", "/api/products/" + product(), "", null, ShopClient.FRESH));
            Account.pause(50, 250);
        }
    }

    private void buy(Account account) {
        while (goesOn) {
            var cart = counted("cart", () -> account.once("POST", "/api/carts", null, Map.of()));
            if (cart.number("cartId") > 0) {
                var items = "/api/carts/%d/items".formatted(cart.number("cartId"));
                var item = Map.of("productId", product(), "orderedQuantity", 1);
                counted("item", () -> account.once("POST", items, item, Map.of()));
                checkOut(account);
            }
            Account.pause(500, 1500);
        }
    }

    private void checkOut(Account account) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var order = counted(
                "checkout", () -> account.once("POST", "/api/orders", Map.of("paymentToken", "tok_approved"), key));
        if (order.is(201)) {
            placed.add(new Placed(account, order.number("orderId")));
            counted("order", () -> account.once("GET", "/api/orders/" + order.number("orderId"), null, Map.of()));
        }
    }

    private Answer counted(String request, Supplier<Answer> sending) {
        var start = System.nanoTime();
        var answer = sending.get();
        tally.count(request, answer, Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }

    private long product() {
        return products.get(ThreadLocalRandom.current().nextInt(products.size()));
    }

    List<Placed> placed() {
        return List.copyOf(placed);
    }

    /** Stops the customers. Throws an exception if a customer's thread has failed. */
    @Override
    public void close() {
        goesOn = false;
        threads.close();
        customers.forEach(Future::resultNow);
    }
}
