package ecommerce.defaults.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private final Backoff<Void> backoff = new Backoff<>(Duration.ofMillis(200), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"0, 100, 200", "1, 200, 400", "3, 800, 1600", "10, 5000, 10000", "1000, 5000, 10000"})
    void doublesTheDelayUpToTheLongest(int failures, long atLeastMillis, long atMostMillis) {
        for (var attempt = 0; attempt < 100; attempt++) {
            assertThat(backoff.delay(failures).toMillis()).isBetween(atLeastMillis, atMostMillis);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 200", "6, 5000, 10000", "7, 5500, 11000", "30, 44000, 100000", "100000, 300000, 660000"})
    void growsTheDelayByATenthAfterTheLongest(int failures, long atLeastMillis, long atMostMillis) {
        var everSlower = Backoff.<Void>everSlower(Duration.ofMillis(200), Duration.ofSeconds(10));

        for (var attempt = 0; attempt < 100; attempt++) {
            assertThat(everSlower.delay(failures).toMillis()).isBetween(atLeastMillis, atMostMillis);
        }
    }

    @Test
    void randomisesTheDelay() {
        assertThat(Stream.generate(() -> backoff.delay(10)).limit(50).distinct())
                .hasSizeGreaterThan(1);
    }
}
