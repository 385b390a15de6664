package ecommerce.user.throttle;

import java.util.List;
import org.springframework.stereotype.Component;

/** Limits changes of email addresses by user. A change tells whether an address is taken, so refused ones count too. */
@Component
public class EmailChangeThrottle {

    private final Limit limit;
    private final boolean enabled;
    private final Counters counters;
    private final RegistrationThrottle registrations;

    EmailChangeThrottle(ThrottleProperties properties, Counters counters, RegistrationThrottle registrations) {
        this.limit = properties.emailChange();
        this.enabled = properties.limitVolume();
        this.counters = counters;
        this.registrations = registrations;
    }

    /**
     * Counts a change, also as a registration from the same address.
     *
     * @param address the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many changes
     */
    public void count(long userId, String address) {
        if (enabled) {
            counters.count(
                    "Too many changes of the email address. Wait before you change it again.",
                    List.of(Counter.of("email change", limit, Long.toString(userId))));
            registrations.count(address);
        }
    }
}
