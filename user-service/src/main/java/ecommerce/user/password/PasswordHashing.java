package ecommerce.user.password;

import ecommerce.defaults.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, a few at a time: each hash costs a core some 70 ms, so a flood of sign-ins would otherwise take all
 * processor time from the other requests. Must not be called in a transaction, which would keep a database connection
 * from others meanwhile.
 */
@Component
public class PasswordHashing {

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final Duration maxWait;
    private final Timer hashing;
    private final Counter refused;

    /** Throws IllegalStateException for the encoding of the tests, except in the profile {@code local}. */
    PasswordHashing(PasswordProperties properties, MeterRegistry meters, Environment environment) {
        if (properties.encoding().equals(EqualTimeEncoder.PBKDF2_FOR_TESTS) && !environment.matchesProfiles("local")) {
            throw new IllegalStateException(
                    "shop.passwords.encoding: %s doesn't protect passwords, so it needs the profile local"
                            .formatted(properties.encoding()));
        }
        this.encoder = new EqualTimeEncoder(properties.encoding());
        this.turns = new Semaphore(properties.threads(), true);
        this.maxWait = properties.maxWait();
        this.hashing = meters.timer("shop.password.hashing");
        this.refused = meters.counter("shop.password.refused");
    }

    /** Returns the hash of a new password. Throws 429 if too many others wait. */
    public String encode(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** Returns whether the hash is that of the password. Throws 429 if too many others wait. */
    public boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    /**
     * Does work that uses the {@link #encoder()}, when it is its turn.
     *
     * @throws org.springframework.web.ErrorResponseException 429 if it isn't its turn in time
     */
    public <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                refused.increment();
                throw Problem.tooManyRequests(
                        "Too many people sign in at the moment. Retry in a few seconds.", maxWait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is stopping. Retry in a few seconds.");
        }
        try {
            return Objects.requireNonNull(hashing.record(work));
        } finally {
            turns.release();
        }
    }

    /** Returns the encoder for Spring Security, which must use it {@linkplain #inTurn in turn}. */
    public PasswordEncoder encoder() {
        return encoder;
    }
}
