package ecommerce.user.throttle;

import java.time.Duration;

/**
 * A limit on a kind of event.
 *
 * @param burst how many events are allowed at once; at least 1
 * @param recovery the time after which one more is allowed
 */
record Limit(int burst, Duration recovery) {

    Limit {
        if (burst < 1 || !recovery.isPositive()) {
            throw new IllegalArgumentException(
                    "A limit needs a positive burst and recovery, not " + burst + " and " + recovery);
        }
    }

    long recoveryMillis() {
        return recovery.toMillis();
    }

    /** Returns the time after which a full burst is allowed again, in milliseconds. */
    long windowMillis() {
        return burst * recovery.toMillis();
    }
}
