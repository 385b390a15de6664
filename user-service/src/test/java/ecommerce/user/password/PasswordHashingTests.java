package ecommerce.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.ErrorResponseException;

class PasswordHashingTests {

    private static final String DEFAULT = "pbkdf2@SpringSecurity_v5_8";
    private static final String PASSWORD = "correct horse battery";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockEnvironment environment = new MockEnvironment();
    private final PasswordHashing hashing = hashing(DEFAULT);

    @Test
    void refusesWhoeverWaitsTooLongForATurn() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> hashing.inTurn(() -> {
                begun.countDown();
                return awaited(end);
            }));
            begun.await();

            assertThatExceptionOfType(ErrorResponseException.class)
                    .isThrownBy(() -> hashing.encode(PASSWORD))
                    .satisfies(problem -> {
                        assertThat(problem.getStatusCode().value()).isEqualTo(429);
                        assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                    });
            end.countDown();
            assertThat(first.get()).isTrue();
        }

        assertThat(hashing.matches(PASSWORD, hashing.encode(PASSWORD))).isTrue();
        assertThat(meters.counter("shop.password.refused").count()).isEqualTo(1);
        assertThat(meters.timer("shop.password.hashing").count()).isEqualTo(3);
    }

    @Test
    void makesHashesThatThePreviousReleaseCanCheck() {
        var longest = "\u00e9".repeat(128);
        var previous = PasswordEncoderFactories.createDelegatingPasswordEncoder();

        assertThat(previous.matches(longest, hashing.encode(longest))).isTrue();
        assertThat(previous.matches(longest + "x", hashing.encode(longest))).isFalse();
    }

    @Test
    void replacesOnlyHashesOfAnotherEncoding() {
        var stronger = new EqualTimeEncoder("pbkdf2-600000");
        var hash = hashing.encode(PASSWORD);

        assertThat(hashing.encoder().upgradeEncoding(hash)).isFalse();
        assertThat(hashing.encoder().upgradeEncoding("{bcrypt}x")).isTrue();
        assertThat(stronger.upgradeEncoding(hash)).isTrue();
        assertThat(stronger.matches(PASSWORD, hash)).isTrue();
        assertThat(hashing.matches(PASSWORD, stronger.encode(PASSWORD))).isTrue();
    }

    @Test
    void worksEquallyHardForAWrongPasswordWhateverTheHash() {
        var work = new HashMap<String, AtomicInteger>();
        var encoder = new EqualTimeEncoder(
                DEFAULT,
                Map.of(
                        "bcrypt",
                        counted("bcrypt", new BCryptPasswordEncoder(4), work),
                        DEFAULT,
                        counted(DEFAULT, new BCryptPasswordEncoder(4), work)));
        var old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

        var done = Stream.of(old, encoder.encode(PASSWORD))
                .map(hash -> {
                    work.values().forEach(count -> count.set(0));
                    assertThat(encoder.matches("wrong password of any length".repeat(4), hash))
                            .isFalse();
                    return List.of(work.get("bcrypt").get(), work.get(DEFAULT).get());
                })
                .toList();

        assertThat(done).containsExactly(List.of(1, 1), List.of(1, 1));
    }

    @Test
    void checksTheHashOfNothingAsThoroughlyAsAnother() {
        var nothing = EqualTimeEncoder.HASHES_OF_NOTHING.get("bcrypt");

        // Throws for a malformed hash, which a check would refuse without work.
        assertThat(new BCryptPasswordEncoder().upgradeEncoding(nothing)).isFalse();
        assertThat(EqualTimeEncoder.HASHES_OF_NOTHING.get(DEFAULT))
                .hasSameSizeAs(hashing.encode(PASSWORD).substring(DEFAULT.length() + 2));
    }

    @Test
    void hashesQuicklyForTestsOnlyInTheProfileLocal() {
        assertThatIllegalStateException()
                .isThrownBy(() -> hashing("pbkdf2-1000"))
                .withMessageContaining("profile local");
        environment.setActiveProfiles("local");

        var quick = hashing("pbkdf2-1000");

        var hash = quick.encode(PASSWORD);
        assertThat(hash).startsWith("{pbkdf2-1000}");
        assertThat(quick.matches(PASSWORD, hash)).isTrue();
        assertThat(quick.matches(PASSWORD + "x", hash)).isFalse();
        assertThat(quick.matches(PASSWORD, hashing.encode(PASSWORD))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> hashing.matches(PASSWORD, hash));
    }

    private PasswordHashing hashing(String encoding) {
        return new PasswordHashing(new PasswordProperties(encoding, 1, Duration.ofMillis(1)), meters, environment);
    }

    private static PasswordEncoder counted(String name, PasswordEncoder encoder, Map<String, AtomicInteger> work) {
        work.put(name, new AtomicInteger());
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                work.get(name).incrementAndGet();
                return encoder.matches(password, hash);
            }
        };
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
