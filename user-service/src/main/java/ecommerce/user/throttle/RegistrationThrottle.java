package ecommerce.user.throttle;

import java.util.List;
import org.springframework.stereotype.Component;

/** Limits registrations by address. A registration tells whether a name is taken, so refused ones count too. */
@Component
public class RegistrationThrottle {

    private final Limit limit;
    private final boolean enabled;
    private final Counters counters;

    RegistrationThrottle(ThrottleProperties properties, Counters counters) {
        this.limit = properties.registration();
        this.enabled = properties.limitRegistrations();
        this.counters = counters;
    }

    /**
     * Counts a registration.
     *
     * @param address the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many registrations
     */
    public void count(String address) {
        if (enabled) {
            counters.count(
                    "Too many registrations from this address. Wait before you register again.",
                    List.of(Counter.of("registration", limit, Network.of(address))));
        }
    }
}
