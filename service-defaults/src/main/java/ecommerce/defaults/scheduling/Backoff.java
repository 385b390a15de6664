package ecommerce.defaults.scheduling;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries a failed task again, and again: each time after twice as long, up to a longest time, and by chance up to half as
 * much sooner, so that what failed together doesn't come back together.
 */
public final class Backoff<T> implements FailureHandler<T> {

    private static final int MAX_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        var failuresBefore = complete.getExecution().consecutiveFailures;
        operations.reschedule(complete, Instant.now().plus(delay(failuresBefore)));
    }

    Duration delay(int failuresBefore) {
        var doubled = first.multipliedBy(1L << Math.min(failuresBefore, MAX_DOUBLINGS));
        var capped = doubled.compareTo(longest) < 0 ? doubled : longest;
        return capped.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101)).dividedBy(100);
    }
}
