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
 * Slows the guessing of passwords down, a user name at a time. The counts are this replica's own and the least recently
 * used names are forgotten first, so that an attacker can fill no memory.
 */
@Component
class SignInThrottle {

    /**
     * How much guessing is allowed.
     *
     * @param allowedFailures wrong passwords in a row
     * @param failureRecovery after which one more is allowed
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

    /** 429 with the time to wait, once too many passwords were wrong. */
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
