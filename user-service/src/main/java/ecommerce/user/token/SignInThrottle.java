package ecommerce.user.token;

import ecommerce.defaults.problem.Problem;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Limits failed sign-ins per user name to slow down password guessing. Each replica counts separately. The least
 * recently used names are dropped first, so that an attacker can't exhaust the memory.
 */
@Component
class SignInThrottle {

    /**
     * Configures the limit.
     *
     * @param allowedFailures how many wrong passwords in a row are allowed
     * @param failureRecovery the time after which one more is allowed
     */
    @ConfigurationProperties("shop.sign-in")
    record Limits(int allowedFailures, Duration failureRecovery) {}

    private static final int REMEMBERED_NAMES = 10_000;

    private final Limits limits;
    private final Map<String, Bucket> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED_NAMES;
        }
    };

    SignInThrottle(Limits limits) {
        this.limits = limits;
    }

    /** Throws 429 with the time to wait if too many sign-ins with this user name have failed. */
    synchronized void check(String username) {
        var bucket = failures.get(key(username));
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            var wait = Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
            throw Problem.tooManyRequests(
                    "Too many failed sign-ins. Wait before you sign in again.", wait.plusSeconds(1));
        }
    }

    synchronized void failed(String username) {
        failures.computeIfAbsent(key(username), name -> newBucket()).tryConsume(1);
    }

    synchronized void succeeded(String username) {
        failures.remove(key(username));
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(limits.allowedFailures()).refillIntervally(1, limits.failureRecovery()))
                .build();
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
