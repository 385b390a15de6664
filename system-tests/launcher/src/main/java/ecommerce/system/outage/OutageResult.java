package ecommerce.system.outage;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The responses that customers received during one event.
 *
 * @param failures the number of responses other than 2xx, by request, status and detail
 * @param slowest the slowest response
 * @param quiet the time from the beginning to the first failure
 * @param disturbed the time from the first failure to the last
 */
public record OutageResult(
        String what,
        Duration took,
        long requests,
        Map<String, Long> failures,
        Duration slowest,
        Duration quiet,
        Duration disturbed) {

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the result as a row of a Markdown table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %d s | %d | %d | %.1f s | %.1f s |%s",
                what,
                took.toSeconds(),
                requests,
                failed(),
                disturbed.toMillis() / 1000.0,
                slowest.toMillis() / 1000.0,
                failures.isEmpty() ? "" : " after %d s %s".formatted(quiet.toSeconds(), new TreeMap<>(failures)));
    }

    static String header() {
        return """
                | event | duration | requests | not 2xx | first to last failure | slowest response |
                | --- | ---: | ---: | ---: | ---: | ---: |""";
    }
}
