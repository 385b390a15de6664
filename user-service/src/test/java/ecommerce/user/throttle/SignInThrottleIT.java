package ecommerce.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.test.ServiceTest;
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

    private static final String HOME = "203.0.113.7";
    private static final String STRANGER = "198.51.100.9";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final AccountKey account = AccountKey.of(System.nanoTime());
    final AtomicInteger checked = new AtomicInteger();
    SignInThrottle throttle;
    SignInThrottle replica;

    @BeforeEach
    void startTwoReplicas() {
        jdbc.sql("DELETE FROM throttle").update();
        throttle = TestLimits.signIns(jdbc, transaction);
        replica = TestLimits.signIns(jdbc, transaction);
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
                        return throttle.guard(AccountKey.unknown("account" + i), STRANGER, this::wrong);
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
    void letsACustomerInEverywhereDuringADistributedAttack() {
        throttle.guard(account, HOME, () -> true);

        for (var i = 0; i < 40; i++) {
            isChecked(throttle, "198.51.100." + i / 4);
        }

        assertThat(checked).as("3 each from 2 addresses, 1 each from 8").hasValue(14);
        assertThat(replica.guard(account, HOME, () -> true)).isTrue();
        assertThat(throttle.guard(account, "192.0.2.1", () -> true)).isTrue();
    }

    @Test
    void remembersWhereACustomerRefreshedAToken() {
        throttle.remember(account, "192.0.2.1");
        for (var i = 0; i < 6; i++) {
            isChecked(throttle, "198.51.100." + i);
        }

        for (var i = 0; i < 3; i++) {
            assertThat(isChecked(throttle, "192.0.2.1")).isTrue();
        }
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
    void treatsTheAddressesOfOneNetworkAlike() {
        for (var i = 0; i < 10; i++) {
            isChecked(throttle, "2001:db8:1:%04x::%d".formatted(i << 8, i));
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
