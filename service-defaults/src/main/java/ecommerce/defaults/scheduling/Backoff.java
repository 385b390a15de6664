package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Retries a failed task after a delay that doubles up to a maximum. Each delay is shortened at random by up to half, so
 * that tasks that failed together don't all retry at the same time.
 */
public final class Backoff<T> implements FailureHandler<T> {

    private static final int MAX_DOUBLINGS = 20;
    private static final int SLOW_GROWTH_PERCENT = 10;
    private static final Duration LONGEST_SLOW_PAUSE = Duration.ofMinutes(10);

    private final Duration first;
    private final Duration longest;
    private final boolean everSlower;

    public Backoff(Duration first, Duration longest) {
        this(first, longest, false);
    }

    private Backoff(Duration first, Duration longest, boolean everSlower) {
        this.first = first;
        this.longest = longest;
        this.everSlower = everSlower;
    }

    /**
     * Returns a backoff whose delay keeps growing after the longest doubled delay: by a tenth each time, up to ten
     * minutes. The delay is then about a tenth of the time since the first failure, so retries become rarer during a
     * long outage.
     */
    public static <T> Backoff<T> everSlower(Duration first, Duration longest) {
        return new Backoff<>(first, longest, true);
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        var failuresBefore = complete.getExecution().consecutiveFailures;
        operations.reschedule(complete, Instant.now().plus(delay(failuresBefore)));
    }

    Duration delay(int failuresBefore) {
        return pause(failuresBefore)
                .multipliedBy(ThreadLocalRandom.current().nextInt(50, 101))
                .dividedBy(100);
    }

    private Duration pause(int failuresBefore) {
        var doubled = first.multipliedBy(1L << Math.min(failuresBefore, MAX_DOUBLINGS));
        if (doubled.compareTo(longest) < 0) {
            return doubled;
        }
        if (!everSlower) {
            return longest;
        }
        var slowSteps = failuresBefore - doublingsUpToLongest();
        var pause = longest;
        for (var step = 0; step < slowSteps && pause.compareTo(LONGEST_SLOW_PAUSE) < 0; step++) {
            pause = pause.plus(pause.multipliedBy(SLOW_GROWTH_PERCENT).dividedBy(100));
        }
        return pause;
    }

    private int doublingsUpToLongest() {
        var doublings = 0;
        for (var doubled = first; doubled.compareTo(longest) < 0; doubled = doubled.multipliedBy(2)) {
            doublings++;
        }
        return doublings;
    }
}
