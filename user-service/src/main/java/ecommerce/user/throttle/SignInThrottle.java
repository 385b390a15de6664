package ecommerce.user.throttle;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Limits sign-ins by account, by address and by both. An address from which the account was signed in to has an allowance
 * of its own, so nobody else can lock the customer out there.
 */
@Component
public class SignInThrottle {

    private static final String REFUSAL = "Too many sign-ins. Wait before you sign in again.";

    private final ThrottleProperties.SignIn limits;
    private final boolean limitVolume;
    private final Counters counters;
    private final KnownAddresses known;
    private final TrustedProxies proxies;

    SignInThrottle(ThrottleProperties properties, Counters counters, KnownAddresses known, TrustedProxies proxies) {
        this.limits = properties.signIn();
        this.limitVolume = properties.limitVolume();
        this.counters = counters;
        this.known = known;
        this.proxies = proxies;
    }

    /**
     * Signs in, unless there were too many sign-ins. The attempt is counted as a failed and as a successful one before the
     * password is checked, so concurrent attempts can't exceed the limits. Then it is taken back from the wrong counters,
     * and from all if the password could not be checked.
     *
     * @param address the client's IP address
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, without a check of the password
     */
    public <T> T guard(AccountKey account, String address, Supplier<T> signIn) {
        var failed = failed(account, address);
        var correct = correct(account, address);
        var all = Stream.concat(failed.stream(), correct.stream()).toList();
        counters.count(REFUSAL, all);
        try {
            var result = signIn.get();
            counters.takeBack(failed);
            succeeded(account, address);
            return result;
        } catch (BadCredentialsException wrong) {
            counters.takeBack(correct);
            throw wrong;
        } catch (RuntimeException notChecked) {
            counters.takeBack(all);
            throw notChecked;
        }
    }

    private List<Counter> failed(AccountKey account, String address) {
        var all = Counter.of("sign-in account", limits.account(), account.text());
        if (proxies.contain(address)) {
            return List.of(all);
        }
        var home = home(account, address);
        if (known.contains(home)) {
            return List.of(home);
        }
        var site = Network.site(address);
        var spare = Counter.of("sign-in new address", limits.newAddress(), account.text(), site);
        return List.of(
                site(account, address),
                Counter.of("sign-in address", limits.address(), site),
                counters.isExhausted(all) && !counters.isExhausted(spare) ? spare : all);
    }

    private List<Counter> correct(AccountKey account, String address) {
        if (!limitVolume) {
            return List.of();
        }
        if (proxies.contain(address)) {
            return List.of(Counter.of("correct at account", limits.correctAtAccount(), account.text()));
        }
        var site = Network.site(address);
        return List.of(
                Counter.of("correct at account", limits.correctAtAccount(), account.text(), site),
                Counter.of("correct from address", limits.correctFromAddress(), site));
    }

    private void succeeded(AccountKey account, String address) {
        if (!proxies.contain(address)) {
            counters.clear(home(account, address));
            counters.clear(site(account, address));
            known.add(home(account, address));
        }
    }

    /** Remembers an address from which the customer has registered or refreshed a token. */
    public void remember(AccountKey account, String address) {
        if (!proxies.contain(address)) {
            known.add(home(account, address));
        }
    }

    private Counter home(AccountKey account, String address) {
        return Counter.of("sign-in", limits.accountAndAddress(), account.text(), Network.home(address));
    }

    private Counter site(AccountKey account, String address) {
        return Counter.of("sign-in site", limits.accountAndAddress(), account.text(), Network.site(address));
    }
}
