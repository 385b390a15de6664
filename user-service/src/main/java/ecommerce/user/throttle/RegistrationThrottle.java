package ecommerce.user.throttle;

import java.util.List;
import org.springframework.stereotype.Component;

/** Limits registrations by address. A registration tells whether a name is taken, so refused ones count too. */
@Component
public class RegistrationThrottle {

    private final Limit limit;
    private final boolean enabled;
    private final Counters counters;
    private final TrustedProxies proxies;

    RegistrationThrottle(ThrottleProperties properties, Counters counters, TrustedProxies proxies) {
        this.limit = properties.registration();
        this.enabled = properties.limitVolume();
        this.counters = counters;
        this.proxies = proxies;
    }

    /**
     * Counts a registration, unless the client's address is unknown.
     *
     * @param address the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, after too many registrations
     */
    public void count(String address) {
        if (enabled && !proxies.contain(address)) {
            counters.count(
                    "Too many registrations from this address. Wait before you try again.",
                    List.of(Counter.of("registration", limit, Network.site(address))));
        }
    }
}
