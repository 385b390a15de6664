package ecommerce.system.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was measured. */
public final class BenchmarkResult {

    private record Order(Duration answer, Duration confirmation) {}

    private final Instant start;
    private final Duration measured;
    private final Queue<Order> confirmed = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    BenchmarkResult(Instant start, Duration measured) {
        this.start = start;
        this.measured = measured;
    }

    Instant end() {
        return start.plus(measured);
    }

    /** Counts an order that was confirmed in the measured time. */
    void add(Instant placed, Instant answered, Confirmations.Ended ended) {
        if (ended.confirmed() && ended.at().isAfter(start) && ended.at().isBefore(end())) {
            confirmed.add(new Order(Duration.between(placed, answered), Duration.between(placed, ended.at())));
        }
    }

    void fail(RuntimeException failure) {
        if (Instant.now().isBefore(end())) {
            failures.add(failure);
        }
    }

    /** How many customers had to give up; anything but none makes the figures worthless. */
    public int failures() {
        return failures.size();
    }

    @Override
    public String toString() {
        var answers = confirmed.stream().map(Order::answer).sorted().toList();
        var confirmations = confirmed.stream().map(Order::confirmation).sorted().toList();
        return """

                | | |
                | --- | ---: |
                | orders confirmed in %d s | %d |
                | per second | %d |
                | from POST to 201, p50 / p99 | %d / %d ms |
                | from POST to CONFIRMED, p50 / p99 | %d / %d ms |
                | customers that failed | %d %s|
                """
                .formatted(
                        measured.toSeconds(),
                        confirmed.size(),
                        confirmed.size() / Math.max(1, measured.toSeconds()),
                        percentile(answers, 50),
                        percentile(answers, 99),
                        percentile(confirmations, 50),
                        percentile(confirmations, 99),
                        failures.size(),
                        failures.isEmpty() ? "" : failures.peek() + " ");
    }

    private static long percentile(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100).toMillis();
    }
}
