package ecommerce.user.throttle;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Small limits that don't recover during a test, and throttles with them. Each call makes another replica. */
final class TestLimits {

    static final String PROXY = "10.1.0.5";

    private static final Duration LONG = Duration.ofHours(1);

    private static final ThrottleProperties PROPERTIES = new ThrottleProperties(
            new ThrottleProperties.SignIn(
                    new Limit(3, LONG),
                    new Limit(20, LONG),
                    new Limit(6, LONG),
                    new Limit(1, LONG),
                    new Limit(8, LONG),
                    new Limit(12, LONG),
                    Duration.ofDays(1)),
            new Limit(2, LONG),
            new Limit(2, LONG),
            new Limit(2, LONG),
            new Limit(2, LONG),
            true,
            List.of("10.1.0.0/20", "2001:db8:ff::/48"));

    private TestLimits() {}

    static SignInThrottle signIns(JdbcClient jdbc, TransactionTemplate transaction) {
        return new SignInThrottle(
                PROPERTIES,
                new Counters(jdbc, transaction),
                new KnownAddresses(jdbc, PROPERTIES),
                new TrustedProxies(PROPERTIES));
    }

    static RegistrationThrottle registrations(JdbcClient jdbc, TransactionTemplate transaction) {
        return new RegistrationThrottle(PROPERTIES, new Counters(jdbc, transaction), new TrustedProxies(PROPERTIES));
    }
}
