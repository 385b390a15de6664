package ecommerce.user.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the limits.
 *
 * @param signIn failed sign-ins
 * @param registration registrations from one address
 * @param limitRegistrations false for load tests, whose registrations come from one address
 * @param passwordChange wrong current passwords in requests to change the password of one account
 */
@ConfigurationProperties("shop.throttle")
record ThrottleProperties(SignIn signIn, Limit registration, boolean limitRegistrations, Limit passwordChange) {

    /**
     * Limits failed sign-ins.
     *
     * @param accountAndAddress at one account from one address
     * @param address at all accounts from one address
     * @param account at one account from all addresses from which it has not been signed in to
     * @param addressKnownFor how long an address from which a sign-in succeeded is exempt from the last two limits
     */
    record SignIn(Limit accountAndAddress, Limit address, Limit account, Duration addressKnownFor) {}
}
