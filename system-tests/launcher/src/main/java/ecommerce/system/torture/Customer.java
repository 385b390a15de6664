package ecommerce.system.torture;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Simulates a customer who fills a cart and checks out. Sometimes sends the checkout twice at the same moment under one
 * key, and sometimes cancels the order.
 */
final class Customer implements Runnable {

    private final Account account;
    private final List<Long> products;
    private final Random random;
    private final Seen seen;
    private final BooleanSupplier goesOn;
    private final BooleanSupplier takesItsTime;

    Customer(
            Account account,
            List<Long> products,
            Random random,
            Seen seen,
            BooleanSupplier goesOn,
            BooleanSupplier takesItsTime) {
        this.account = account;
        this.products = products;
        this.random = random;
        this.seen = seen;
        this.goesOn = goesOn;
        this.takesItsTime = takesItsTime;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            try {
                buy();
            } catch (RuntimeException e) {
                seen.surprises.add("%s: %s".formatted(account.username(), e));
            }
            if (takesItsTime.getAsBoolean()) {
                Account.pause(0, 20_000);
            }
        }
    }

    private void buy() {
        var cart = emptyCart();
        for (var line = random.nextInt(3); line >= 0; line--) {
            var item = Map.of("productId", product(), "orderedQuantity", 1 + random.nextInt(2));
            account.post("/api/carts/%d/items".formatted(cart.number("cartId")), item);
        }
        seen.checkouts.incrementAndGet();
        var key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("paymentToken", PaymentTokens.any(random));
        var twin = random.nextInt(4) == 0 ? CompletableFuture.supplyAsync(() -> checkOut(key, request)) : null;
        var answer = checkOut(key, request);
        if (twin != null) {
            seen.repeats.incrementAndGet();
            answer = same(answer, twin.join());
        }
        if (answer.is(201)) {
            seen.placed.add(new Seen.Placed(account, key, request, answer.number("orderId")));
            perhapsCancel(answer.number("orderId"));
        } else {
            seen.refusals.incrementAndGet();
        }
    }

    /** Returns an empty cart. A rejected order puts its lines back into the cart, so this deletes such a cart first. */
    private Answer emptyCart() {
        var cart = account.post("/api/carts", null);
        if (cart.body().path("items").isEmpty()) {
            return cart;
        }
        account.send("DELETE", "/api/carts/%d".formatted(cart.number("cartId")), null, Map.of());
        return account.post("/api/carts", null);
    }

    /** Returns a random product. The first products are chosen more often, so that many customers compete for them. */
    private long product() {
        var share = random.nextDouble();
        return products.get((int) (share * share * products.size()));
    }

    private Answer checkOut(String key, Map<String, Object> request) {
        var answer = account.send("POST", "/api/orders", request, Map.of("Idempotency-Key", key));
        while (answer.is(409) && answer.text("detail").contains("is in progress")) {
            Account.pause(50, 200);
            answer = account.send("POST", "/api/orders", request, Map.of("Idempotency-Key", key));
        }
        if (answer.status() == 0) {
            seen.noAnswers.incrementAndGet();
        }
        return answer;
    }

    /** Returns the successful answer of two requests under one key. Reports two different orders. */
    private Answer same(Answer one, Answer other) {
        if (one.is(201) && other.is(201) && one.number("orderId") != other.number("orderId")) {
            seen.surprises.add("Two orders were created under one idempotency key: %s and %s".formatted(one, other));
        }
        return one.is(201) ? one : other;
    }

    /**
     * Cancels one order in six, some of them immediately, while the checkout is in progress, and the others when the
     * checkout has ended.
     */
    private void perhapsCancel(long orderId) {
        if (random.nextInt(6) > 0) {
            return;
        }
        if (random.nextInt(3) > 0) {
            awaitDecision(orderId);
        }
        var answer = account.post("/api/orders/%d/cancel".formatted(orderId), Map.of("reason", "Changed my mind"));
        if (answer.is(200) && answer.text("orderStatus").equals("CANCELLED")) {
            seen.cancelled.add(orderId);
        }
    }

    private void awaitDecision(long orderId) {
        for (var look = 0; look < 20; look++) {
            if (!account.get("/api/orders/" + orderId).text("orderStatus").equals("PENDING")) {
                return;
            }
            Account.pause(300, 700);
        }
    }
}
