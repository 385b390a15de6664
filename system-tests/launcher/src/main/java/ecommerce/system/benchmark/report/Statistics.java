package ecommerce.system.benchmark.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Computes medians, percentiles and ratios. */
public final class Statistics {

    private Statistics() {}

    /** Returns the median; 0 if there are no values. */
    public static BigDecimal median(Collection<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        return lower.add(upper).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    /** Returns the percentile by the nearest-rank method; 0 if there are no values. */
    public static Duration percentile(Collection<Duration> values, int percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (sorted.size() * percent + 99) / 100;
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
    }

    /**
     * Returns the median of the ratios of the rounds. Rounds with a divisor of 0 don't count; empty if no round counts.
     */
    static Optional<BigDecimal> medianRatio(List<BigDecimal> dividends, List<BigDecimal> divisors) {
        var ratios = IntStream.range(0, Math.min(dividends.size(), divisors.size()))
                .filter(round -> divisors.get(round).signum() != 0)
                .mapToObj(round -> dividends.get(round).divide(divisors.get(round), MathContext.DECIMAL64))
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(median(ratios));
    }
}
