package ecommerce.system.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts the responses during one event. */
final class Tally {

    private final Instant start = Instant.now();
    private final LongAdder requests = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final AtomicLong slowestMillis = new AtomicLong();
    private volatile Optional<Instant> firstFailure = Optional.empty();
    private volatile Optional<Instant> lastFailure = Optional.empty();

    /** @param status the HTTP status; 0 if there was no response */
    void count(String request, int status, Duration took) {
        requests.increment();
        slowestMillis.accumulateAndGet(took.toMillis(), Math::max);
        if (status < 200 || status > 299) {
            failures.computeIfAbsent(
                            "%s: %s".formatted(request, status == 0 ? "no answer" : status), key -> new LongAdder())
                    .increment();
            note(Instant.now());
        }
    }

    private synchronized void note(Instant now) {
        lastFailure = Optional.of(now);
        if (firstFailure.isEmpty()) {
            firstFailure = lastFailure;
        }
    }

    OutageResult result(String what) {
        var counts = failures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
        var disturbed = firstFailure
                .map(first -> Duration.between(first, lastFailure.orElse(first)))
                .orElse(Duration.ZERO);
        return new OutageResult(
                what,
                Duration.between(start, Instant.now()),
                requests.sum(),
                counts,
                Duration.ofMillis(slowestMillis.get()),
                disturbed);
    }
}
