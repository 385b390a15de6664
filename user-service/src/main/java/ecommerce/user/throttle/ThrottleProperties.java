package ecommerce.user.throttle;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the limits.
 *
 * @param signIn sign-ins
 * @param registration registrations from one address
 * @param emailChange changes of one user's email address
 * @param passwordChange wrong current passwords in requests to change the password of one account
 * @param refresh refreshes of one sign-in
 * @param limitVolume whether registrations, changes of email addresses and correct passwords are limited; false for load
 *     tests, which do much from one address
 * @param trustedProxies address ranges of the proxies that forward the client's address
 */
@ConfigurationProperties("shop.throttle")
record ThrottleProperties(
        SignIn signIn,
        Limit registration,
        Limit emailChange,
        Limit passwordChange,
        Limit refresh,
        boolean limitVolume,
        List<String> trustedProxies) {

    /**
     * Limits sign-ins.
     *
     * @param accountAndAddress failed ones at one account from one address
     * @param address failed ones at all accounts from one address
     * @param account failed ones at one account from all addresses from which it has not been signed in to
     * @param newAddress failed ones at one account from one address, while {@code account} is exhausted
     * @param correctAtAccount correct passwords for one account from one address
     * @param correctFromAddress correct passwords for all accounts from one address
     * @param addressKnownFor how long an address from which the account was signed in to is exempt from the limits of
     *     other addresses
     */
    record SignIn(
            Limit accountAndAddress,
            Limit address,
            Limit account,
            Limit newAddress,
            Limit correctAtAccount,
            Limit correctFromAddress,
            Duration addressKnownFor) {}
}
