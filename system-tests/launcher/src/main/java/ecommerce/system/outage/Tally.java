package ecommerce.system.outage;

import ecommerce.system.client.Answer;
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

    void count(String request, Answer answer, Duration took) {
        requests.increment();
        slowestMillis.accumulateAndGet(took.toMillis(), Math::max);
        if (answer.status() < 200 || answer.status() > 299) {
            failures.computeIfAbsent("%s: %s".formatted(request, reason(answer)), key -> new LongAdder())
                    .increment();
            note(Instant.now());
        }
    }

    private static String reason(Answer answer) {
        return answer.is(0) ? "no answer" : "%d %s".formatted(answer.status(), answer.text("detail"));
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
        var quiet = firstFailure.map(first -> Duration.between(start, first)).orElse(Duration.ZERO);
        var disturbed = firstFailure
                .map(first -> Duration.between(first, lastFailure.orElse(first)))
                .orElse(Duration.ZERO);
        return new OutageResult(
                what,
                Duration.between(start, Instant.now()),
                requests.sum(),
                counts,
                Duration.ofMillis(slowestMillis.get()),
                quiet,
                disturbed);
    }
}
