package ecommerce.system.outage;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What customers saw while one thing happened.
 *
 * @param failures how many answers weren't a 2xx, by request and status
 * @param slowest the longest that anybody waited for an answer
 * @param disturbed from the first such answer to the last
 */
public record OutageResult(
        String what, Duration took, long requests, Map<String, Long> failures, Duration slowest, Duration disturbed) {

    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As a row of a table. */
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
                failures.isEmpty() ? "" : " " + new TreeMap<>(failures));
    }

    static String header() {
        return """
                | what happened | for | requests | not 2xx | from the first of them to the last | slowest answer |
                | --- | ---: | ---: | ---: | ---: | ---: |""";
    }
}
