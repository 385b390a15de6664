package ecommerce.system.torture;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Repeats every successful checkout under its idempotency key and checks that the answer is the same. */
final class Replay {

    private static final int AT_ONCE = 8;

    private final Seen seen;

    Replay(Seen seen) {
        this.seen = seen;
    }

    /** Returns the number of repeated checkouts. */
    int run() {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var repeated = seen.placed.stream()
                    .map(placed -> CompletableFuture.runAsync(() -> repeat(placed), threads))
                    .toList();
            repeated.forEach(CompletableFuture::join);
            return repeated.size();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokenPromiseException broken) {
                throw broken;
            }
            throw e;
        }
    }

    private static void repeat(Seen.Placed placed) {
        var answer = placed.customer()
                .send("POST", "/api/orders", placed.request(), Map.of("Idempotency-Key", placed.key()));
        var same = answer.is(201)
                && answer.number("orderId") == placed.orderId()
                && answer.header("Idempotent-Replayed").filter("true"::equals).isPresent();
        if (!same) {
            throw new BrokenPromiseException(
                    "A repeated idempotency key returned another answer: " + answer, placed.orderId());
        }
    }
}
