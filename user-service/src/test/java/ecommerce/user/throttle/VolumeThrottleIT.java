package ecommerce.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.test.ServiceTest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

@ServiceTest
class VolumeThrottleIT {

    private static final String HOME = "203.0.113.7";
    private static final String STRANGER = "198.51.100.9";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final AccountKey account = AccountKey.of(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    SignInThrottle throttle;
    RegistrationThrottle registrations;

    @BeforeEach
    void start() {
        jdbc.sql("DELETE FROM throttle").update();
        throttle = TestLimits.signIns(jdbc, transaction);
        registrations = TestLimits.registrations(jdbc, transaction);
    }

    @Test
    void limitsCorrectPasswordsOfAnAccount() {
        for (var i = 0; i < 8; i++) {
            throttle.guard(account, STRANGER, () -> true);
        }

        refuses(() -> throttle.guard(account, STRANGER, () -> true));
        assertThat(throttle.guard(account, HOME, () -> true)).isTrue();
    }

    @Test
    void limitsCorrectPasswordsFromAnAddress() {
        for (var i = 0; i < 12; i++) {
            throttle.guard(AccountKey.unknown("account" + i), STRANGER, () -> true);
        }

        refuses(() -> throttle.guard(account, STRANGER, () -> true));
        assertThat(throttle.guard(account, HOME, () -> true)).isTrue();
    }

    @Test
    void limitsOnlyAccountsIfAProxyForwardsNoAddress() {
        var guessed = IntStream.range(0, 30)
                .filter(i -> isChecked(AccountKey.unknown("other" + i)))
                .count();
        assertThat(guessed).isEqualTo(30);
        assertThat(throttle.guard(account, TestLimits.PROXY, () -> true)).isTrue();

        var guessedAtOne =
                IntStream.range(0, 30).filter(i -> isChecked(account)).count();
        assertThat(guessedAtOne).as("the proxy's address isn't known").isEqualTo(6);
    }

    @Test
    void limitsRegistrationsByAddress() {
        registrations.count(HOME);
        registrations.count(HOME);

        refuses(() -> registrations.count(HOME));
        registrations.count(STRANGER);
    }

    @Test
    void doesNotLimitRegistrationsIfAProxyForwardsNoAddress() {
        for (var i = 0; i < 5; i++) {
            registrations.count(TestLimits.PROXY);
            registrations.count("2001:db8:ff::1");
        }

        assertThat(jdbc.sql("SELECT count(*) FROM throttle").query(Long.class).single())
                .isZero();
    }

    private boolean isChecked(AccountKey guessed) {
        try {
            return throttle.guard(guessed, TestLimits.PROXY, () -> {
                throw new BadCredentialsException("wrong");
            });
        } catch (BadCredentialsException wrong) {
            return true;
        } catch (ErrorResponseException refused) {
            return false;
        }
    }

    private static void refuses(ThrowingCallable action) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(action)
                .matches(problem -> problem.getStatusCode().value() == 429);
    }
}
