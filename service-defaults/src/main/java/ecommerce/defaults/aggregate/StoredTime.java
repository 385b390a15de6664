package ecommerce.defaults.aggregate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time at which an aggregate changes, as PostgreSQL stores it. The JVM's clock has nanoseconds and a {@code
 * timestamptz} has microseconds. So the answer to a change would name another time than all later answers.
 */
public final class StoredTime {

    private StoredTime() {}

    /** Returns the current time in whole microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
