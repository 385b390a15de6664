package ecommerce.defaults.security;

import ecommerce.defaults.problem.Problem;
import java.time.Clock;
import java.time.Duration;

/**
 * Requires that a user has entered the password recently, so that a found device or a stolen token isn't enough for
 * changes that are hard to undo (step-up authentication, RFC 9470).
 */
public final class RecentSignIn {

    private final Duration maxAge;
    private final Clock clock;

    RecentSignIn(Duration maxAge, Clock clock) {
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** Throws 401 with the longest permitted age, in seconds, if the caller's sign-in is older. */
    public void require(Caller caller) {
        var signedInAt = caller.signedInAt();
        if (signedInAt == null || signedInAt.plus(maxAge).isBefore(clock.instant())) {
            throw Problem.signInAgain(maxAge);
        }
    }
}
