package ecommerce.defaults.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateBucketsTests {

    private final RateBuckets buckets = new RateBuckets(new RateLimit(3, Duration.ofMinutes(5)), 1_000);

    @Test
    void refusesWhoSendsTooManyAndNobodyElse() {
        IntStream.range(0, 3)
                .forEach(request -> assertThat(buckets.refuse("mallory")).isEmpty());

        assertThat(buckets.refuse("mallory")).hasValueSatisfying(refusal -> {
            assertThat(refusal.getStatusCode().value()).isEqualTo(429);
            assertThat(Long.parseLong(refusal.getHeaders().getFirst("Retry-After")))
                    .isBetween(1L, 100L);
        });
        assertThat(buckets.refuse("alice")).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfCallers() {
        IntStream.range(0, 100_000).forEach(caller -> buckets.refuse("address " + caller));

        assertThat(buckets.size()).isLessThanOrEqualTo(1_000);
    }
}
