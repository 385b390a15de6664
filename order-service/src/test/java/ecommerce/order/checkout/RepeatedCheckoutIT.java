package ecommerce.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.order.OrderServiceTest;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RepeatedCheckoutIT extends OrderServiceTest {

    @Test
    void repeatsTheFirstResponseForTheSameKey() {
        shop.cartWithLamps();
        var first =
                shop.checkOut("key", "tok_approved").returnResult(String.class).getResponseBody();

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectBody(String.class)
                .isEqualTo(first);
        shop.checkOut("key", "tok_declined").expectStatus().isEqualTo(422);
    }

    @Test
    void storesTheFingerprintThatThePreviousVersionExpects() {
        shop.cartWithLamps();
        var first = shop.checkOut("key", "tok_approved").returnResult(String.class);
        // As the previous version computes and stores it, so that either version can receive the repetition.
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM idempotency_key WHERE user_id = ? AND request_hash = sha256(?::bytea)")
                        .params(shop.userId(), "null|null|null|tok_approved|false")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectBody(String.class)
                .isEqualTo(first.getResponseBody());
    }

    @Test
    void placesOneOrderForConcurrentRequestsWithOneKey() throws Exception {
        shop.cartWithLamps();
        Callable<Integer> checkOut = () -> shop.checkOut("key", "tok_approved")
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(16, checkOut)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            // A 409 means that the first request is still being processed.
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        shop.checkOut("key", "tok_approved")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true");
        shop.customer()
                .get("/api/orders")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
    }
}
