package ecommerce.user.throttle;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Limits failed sign-ins by account, by address and by both. An address from which the account was signed in to has an
 * allowance of its own, so nobody else can lock the customer out there.
 */
@Component
public class SignInThrottle {

    private static final String REFUSAL = "Too many failed sign-ins. Wait before you sign in again.";

    private final ThrottleProperties.SignIn limits;
    private final Counters counters;
    private final KnownAddresses known;

    SignInThrottle(ThrottleProperties properties, Counters counters, KnownAddresses known) {
        this.limits = properties.signIn();
        this.counters = counters;
        this.known = known;
    }

    /**
     * Signs in, unless too many sign-ins have failed. The attempt is counted before the password is checked, so
     * concurrent attempts can't exceed the limits, and is taken back if the password was right or could not be checked.
     *
     * @param account the normalised user name, whether or not it exists
     * @param address the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, without a check of the password
     */
    public <T> T guard(String account, String address, Supplier<T> signIn) {
        var pair = pair(account, address);
        var counted = known.contains(pair)
                ? List.of(pair)
                : List.of(
                        pair,
                        Counter.of("sign-in address", limits.address(), Network.of(address)),
                        Counter.of("sign-in account", limits.account(), account));
        counters.count(REFUSAL, counted);
        var result = attempt(signIn, counted);
        counters.takeBack(counted);
        counters.clear(pair);
        known.add(pair);
        return result;
    }

    private <T> T attempt(Supplier<T> signIn, List<Counter> counted) {
        try {
            return signIn.get();
        } catch (BadCredentialsException wrong) {
            throw wrong;
        } catch (RuntimeException unchecked) {
            counters.takeBack(counted);
            throw unchecked;
        }
    }

    /** Remembers the address from which the account was registered. */
    public void registered(String account, String address) {
        known.add(pair(account, address));
    }

    private Counter pair(String account, String address) {
        return Counter.of("sign-in", limits.accountAndAddress(), account, Network.of(address));
    }
}
