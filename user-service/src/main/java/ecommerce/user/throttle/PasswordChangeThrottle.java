package ecommerce.user.throttle;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Limits wrong current passwords in requests to change a password, which someone with a stolen token could guess. */
@Component
public class PasswordChangeThrottle {

    private final Limit limit;
    private final Counters counters;

    PasswordChangeThrottle(ThrottleProperties properties, Counters counters) {
        this.limit = properties.passwordChange();
        this.counters = counters;
    }

    /**
     * Checks the current password. The attempt is counted as a wrong one before the check, and taken back if the password
     * can't be checked. A right password clears the count.
     *
     * @return whether the password is right
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many wrong passwords
     */
    public boolean guard(long userId, BooleanSupplier check) {
        var counter = Counter.of("password change", limit, Long.toString(userId));
        counters.count("Too many wrong passwords. Wait before you try again.", List.of(counter));
        try {
            var right = check.getAsBoolean();
            if (right) {
                counters.clear(counter);
            }
            return right;
        } catch (RuntimeException notChecked) {
            counters.takeBack(List.of(counter));
            throw notChecked;
        }
    }
}
