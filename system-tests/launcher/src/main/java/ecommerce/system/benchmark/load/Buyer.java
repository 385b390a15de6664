package ecommerce.system.benchmark.load;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Simulates a customer who orders two products and waits until the order is confirmed. Never retries a request. */
final class Buyer implements Load.Worker<Purchase> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Account account;
    private final List<Long> products;
    private final Duration betweenLooks;

    Buyer(Account account, List<Long> products, Duration betweenLooks) {
        this.account = account;
        this.products = products;
        this.betweenLooks = betweenLooks;
    }

    @Override
    public Purchase work() {
        fillCart();
        var start = System.nanoTime();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var order = require(201, "POST", "/api/orders", Map.of("paymentToken", "tok_approved"), key);
        var answered = since(start);
        var looks = awaitConfirmation("/api/orders/" + order.number("orderId"), start);
        return new Purchase(answered, since(start), looks);
    }

    private void fillCart() {
        var cart = account.once("POST", "/api/carts", null, Map.of());
        if (!cart.is(200) && !cart.is(201)) {
            throw new IllegalStateException("POST /api/carts returned " + cart);
        }
        var items = "/api/carts/%d/items".formatted(cart.number("cartId"));
        var first = ThreadLocalRandom.current().nextInt(products.size() - 1);
        for (var product : products.subList(first, first + 2)) {
            require(200, "POST", items, Map.of("productId", product, "orderedQuantity", 1), Map.of());
        }
    }

    private int awaitConfirmation(String order, long start) {
        for (var looks = 1; since(start).compareTo(PATIENCE) < 0; looks++) {
            LockSupport.parkNanos(betweenLooks.toNanos());
            var answer = require(200, "GET", order, null, Map.of());
            var status = answer.text("orderStatus");
            if (status.equals("CONFIRMED")) {
                return looks;
            }
            if (!status.equals("PENDING")) {
                throw new IllegalStateException(
                        "%s is %s instead of CONFIRMED: %s".formatted(order, status, answer.text("reason")));
            }
        }
        throw new IllegalStateException("%s isn't CONFIRMED after %d s".formatted(order, PATIENCE.toSeconds()));
    }

    private Answer require(int status, String method, String path, @Nullable Object body, Map<String, String> headers) {
        var answer = account.once(method, path, body, headers);
        if (!answer.is(status)) {
            throw new IllegalStateException("%s %s returned %s".formatted(method, path, answer));
        }
        return answer;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
