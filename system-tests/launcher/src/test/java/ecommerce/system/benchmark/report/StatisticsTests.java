package ecommerce.system.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTests {

    @Test
    void computesTheMedianOfOddAndEvenNumbersOfValues() {
        assertThat(Statistics.median(values("9", "1", "4"))).isEqualByComparingTo("4");
        assertThat(Statistics.median(values("9", "1", "4", "5"))).isEqualByComparingTo("4.5");
        assertThat(Statistics.median(values("7"))).isEqualByComparingTo("7");
        assertThat(Statistics.median(List.of())).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "99, 99", "100, 100", "1, 1", "0, 1"})
    void findsPercentilesOfAHundredValues(int percent, long expected) {
        var values = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> Duration.ofMillis(101 - number))
                .toList();

        assertThat(Statistics.percentile(values, percent)).isEqualTo(Duration.ofMillis(expected));
    }

    @Test
    void usesTheLargestOfFewValuesAsThe99thPercentile() {
        var values = List.of(Duration.ofMillis(3), Duration.ofMillis(8), Duration.ofMillis(5));

        assertThat(Statistics.percentile(values, 50)).isEqualTo(Duration.ofMillis(5));
        assertThat(Statistics.percentile(values, 99)).isEqualTo(Duration.ofMillis(8));
        assertThat(Statistics.percentile(List.of(), 99)).isZero();
    }

    @Test
    void comparesTheValuesOfTheSameRound() {
        // The ratio of the medians would be 1.
        assertThat(Statistics.medianRatio(values("10", "20", "40"), values("5", "80", "20")))
                .hasValueSatisfying(ratio -> assertThat(ratio).isEqualByComparingTo("2"));
    }

    @Test
    void returnsNoRatioWithoutADivisor() {
        assertThat(Statistics.medianRatio(values("10"), values("0"))).isEmpty();
        assertThat(Statistics.medianRatio(values("10"), List.of())).isEmpty();
        assertThat(Statistics.medianRatio(values("10", "30"), values("0", "10")))
                .hasValueSatisfying(ratio -> assertThat(ratio).isEqualByComparingTo("3"));
    }

    private static List<BigDecimal> values(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }
}
