package ecommerce.defaults.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ecommerce.defaults.problem.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.ErrorResponseException;

/**
 * Counts the requests of each caller in this process's memory. Keeps a bounded number of callers: it forgets those that
 * have paused for a period, whose buckets are full again, and under a flood of callers the least used.
 */
public final class RateBuckets {

    private final Bandwidth bandwidth;
    private final Cache<String, Bucket> buckets;

    /** @param callers the number of callers to keep, some 400 bytes each */
    public RateBuckets(RateLimit limit, int callers) {
        this.bandwidth = Bandwidth.builder()
                .capacity(limit.requests())
                .refillGreedy(limit.requests(), limit.period())
                .build();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(limit.period())
                .build();
    }

    /** Counts a request. Returns a 429 if the caller has sent too many. */
    public Optional<ErrorResponseException> refuse(String caller) {
        var probe = buckets.get(caller, this::fullBucket).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return Optional.of(Problem.tooManyRequests("Too many requests. Retry after the given time.", wait));
    }

    /** Returns the number of callers that are kept. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket fullBucket(String caller) {
        return Bucket.builder().addLimit(bandwidth).build();
    }
}
