package ecommerce.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.ServiceTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

@ServiceTest
class SignInThrottleIT {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String HOME = "203.0.113.7";
    private static final String STRANGER = "198.51.100.9";

    private static final ThrottleProperties LIMITS = new ThrottleProperties(
            new ThrottleProperties.SignIn(
                    new Limit(3, LONG), new Limit(20, LONG), new Limit(6, LONG), Duration.ofDays(1)),
            new Limit(2, LONG),
            true,
            new Limit(2, LONG));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final String account = "account" + System.nanoTime();
    final AtomicInteger checked = new AtomicInteger();
    SignInThrottle throttle;
    SignInThrottle replica;

    @BeforeEach
    void startTwoReplicas() {
        jdbc.sql("DELETE FROM throttle").update();
        throttle = replica();
        replica = replica();
    }

    private SignInThrottle replica() {
        return new SignInThrottle(LIMITS, new Counters(jdbc, transaction), new KnownAddresses(jdbc, LIMITS));
    }

    @Test
    void checksAtMostTheAllowedNumberOfParallelGuessesAtTwoReplicas() throws Exception {
        var guesses = IntStream.range(0, 500)
                .<Callable<Boolean>>mapToObj(i -> () -> isChecked(i % 2 == 0 ? throttle : replica, STRANGER))
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(guesses)).allMatch(guess -> guess.state() == Future.State.SUCCESS);
        }

        assertThat(checked).hasValue(3);
    }

    @Test
    void limitsGuessesAtManyAccountsFromOneAddress() {
        var number = IntStream.range(0, 30)
                .filter(i -> {
                    try {
                        return throttle.guard(account + i, STRANGER, this::wrong);
                    } catch (BadCredentialsException e) {
                        return true;
                    } catch (ErrorResponseException e) {
                        return false;
                    }
                })
                .count();

        assertThat(number).isEqualTo(20);
    }

    @Test
    void letsACustomerInWhereTheyDidBeforeDuringADistributedAttack() {
        throttle.guard(account, HOME, () -> true);

        for (var i = 0; i < 20; i++) {
            isChecked(throttle, "198.51.100." + i);
        }

        assertThat(checked).as("guesses from all addresses").hasValue(6);
        assertThat(isChecked(throttle, "192.0.2.1")).isFalse();
        assertThat(replica.guard(account, HOME, () -> true)).isTrue();
    }

    @Test
    void letsACustomerInAtAnotherAddressIfAStrangerSharesTheirs() {
        for (var i = 0; i < 10; i++) {
            isChecked(throttle, HOME);
        }

        assertThat(checked).hasValue(3);
        assertThat(throttle.guard(account, "192.0.2.1", () -> true)).isTrue();
    }

    @Test
    void treatsTheAddressesOfOneHomeAlike() {
        for (var i = 0; i < 10; i++) {
            isChecked(throttle, "2001:db8:1:23%02x::%d".formatted(i, i));
        }

        assertThat(checked).hasValue(3);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        for (var round = 0; round < 5; round++) {
            isChecked(throttle, HOME);
            isChecked(throttle, HOME);
            assertThat(throttle.guard(account, HOME, () -> true)).isTrue();
        }

        assertThat(checked).hasValue(10);
    }

    @Test
    void doesNotCountAnAttemptWhosePasswordIsNotChecked() {
        for (var i = 0; i < 10; i++) {
            assertThatExceptionOfType(ErrorResponseException.class)
                    .isThrownBy(() -> throttle.guard(account, HOME, () -> {
                        throw Problem.unavailable("busy");
                    }))
                    .matches(problem -> problem.getStatusCode().value() == 503);
        }
    }

    @Test
    void tellsHowLongToWait() {
        for (var i = 0; i < 3; i++) {
            isChecked(throttle, STRANGER);
        }

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> throttle.guard(account, STRANGER, () -> true))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(429);
                    assertThat(Long.parseLong(problem.getHeaders().getFirst("Retry-After")))
                            .isBetween(3_500L, 3_600L);
                });
    }

    @Test
    void limitsRegistrationsByAddress() {
        var registrations = new RegistrationThrottle(LIMITS, new Counters(jdbc, transaction));
        registrations.count(HOME);
        registrations.count(HOME);

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> registrations.count(HOME))
                .matches(problem -> problem.getStatusCode().value() == 429);
        registrations.count(STRANGER);
    }

    private boolean isChecked(SignInThrottle at, String address) {
        try {
            return at.guard(account, address, this::wrong);
        } catch (BadCredentialsException wrong) {
            return true;
        } catch (ErrorResponseException refused) {
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            return false;
        }
    }

    private boolean wrong() {
        checked.incrementAndGet();
        throw new BadCredentialsException("wrong");
    }
}
