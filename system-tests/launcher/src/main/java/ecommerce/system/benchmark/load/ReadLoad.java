package ecommerce.system.benchmark.load;

import ecommerce.system.benchmark.process.ProcessorTimes;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Repeats a GET request over several connections, each without a pause. */
public record ReadLoad(int connections) {

    /** The time before the measurement, in which connections are opened and caches are filled. */
    private static final Duration LONGEST_LEAD_IN = Duration.ofSeconds(1);

    /**
     * Sends requests and measures them for the given time.
     *
     * @throws LauncherException if any response's status isn't 200
     */
    public LoadResult<Duration> run(URI uri, Duration measured, Supplier<ProcessorTimes> clock) {
        var readers = Stream.generate(() -> new HttpConnection(uri))
                .limit(connections)
                .toList();
        var leadIn = measured.compareTo(LONGEST_LEAD_IN) > 0 ? LONGEST_LEAD_IN : Duration.ZERO;
        var result = new Load<Duration>().run(readers, leadIn, measured, clock);
        readers.forEach(ReadLoad::close);
        if (!result.failures().isEmpty()) {
            throw new LauncherException("A read failed: " + result.failures().getFirst());
        }
        return result;
    }

    static void close(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new LauncherException("A connection can't be closed: " + e.getMessage(), e);
        }
    }
}
