package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.ErrorResponseException;

/** Tests that a thief who refreshes a stolen token in a loop keeps nobody from ending the sign-in. */
class RefreshLoopIT extends RefreshTest {

    private static final int ROUNDS = 100;

    /** As {@code shop.throttle.refresh} allows. */
    private static final int REFRESHES_AT_ONCE = 100;

    @Autowired
    RefreshTokens tokens;

    @Test
    void endsARefreshLoopWhenAllSignInsEnd() throws Exception {
        endsARefreshLoop(stolen -> endAllSignIns());
    }

    @Test
    void endsARefreshLoopWhenItsOwnerSignsOut() throws Exception {
        endsARefreshLoop(service::revoke);
    }

    private void endsARefreshLoop(Consumer<String> end) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var stolen = started();
                var running = new CountDownLatch(2);
                var thief = executor.submit(() -> refreshInALoop(stolen, running));
                running.await();

                end.accept(stolen);

                refuses(thief.get());
            }
        }
    }

    @Test
    void limitsTheTokensOfASignInAndStillRecognisesTheStolenOne() {
        var stolen = started();
        var last = refreshUntilLimited(stolen);
        assertThat(storedTokens()).isBetween(REFRESHES_AT_ONCE + 1, 2 * REFRESHES_AT_ONCE);
        endTheGrace();

        refuses(stolen);

        refuses(last);
        assertThat(storedTokens()).isZero();
    }

    /** Starts a sign-in without checking the password, which would take most of the test's time. */
    private String started() {
        return transaction.execute(status -> {
            var family = families.start(alice.userId(), families.endedOf(alice.username()));
            assertThat(family).isNotNull();
            return tokens.issue(family);
        });
    }

    /** Refreshes until a token is refused, and returns the last one. */
    private String refreshInALoop(String first, CountDownLatch running) {
        var token = first;
        for (var i = 0; i < 10_000; i++) {
            try {
                token = refresh(token);
            } catch (BadCredentialsException refused) {
                return token;
            } catch (ErrorResponseException tooOften) {
                continue;
            }
            running.countDown();
        }
        throw new AssertionError("The sign-in survived");
    }

    /** Refreshes until that is too often, and returns the last token. */
    private String refreshUntilLimited(String first) {
        var token = first;
        for (var i = 0; i < 2 * REFRESHES_AT_ONCE; i++) {
            try {
                token = refresh(token);
            } catch (ErrorResponseException tooOften) {
                assertThat(tooOften.getStatusCode().value()).isEqualTo(429);
                assertThat(tooOften.getHeaders().getFirst("Retry-After")).isNotNull();
                return token;
            }
        }
        throw new AssertionError("The refreshes aren't limited");
    }

    private int storedTokens() {
        return count("refresh_token WHERE user_id = ?");
    }
}
