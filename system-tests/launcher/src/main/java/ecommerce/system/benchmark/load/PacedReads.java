package ecommerce.system.benchmark.load;

import ecommerce.system.benchmark.process.ProcessorTimes;
import ecommerce.system.process.LauncherException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sends a GET request at a fixed rate. A response time counts from the moment at which the request was due, so a slow
 * response delays the requests behind it and not their clock.
 *
 * @param perSecond requests a second, of all connections together
 */
public record PacedReads(int perSecond) {

    private static final int CONNECTIONS = 4;

    /**
     * Sends requests and measures them for the given time.
     *
     * @throws LauncherException if any response's status isn't 200
     */
    public LoadResult<Duration> run(URI uri, Duration measured, Supplier<ProcessorTimes> clock) {
        var between = Duration.ofSeconds(1).dividedBy(perSecond);
        var start = System.nanoTime();
        var readers = IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> new PacedReader(
                        new HttpConnection(uri),
                        start + between.multipliedBy(number).toNanos(),
                        between.multipliedBy(CONNECTIONS)))
                .toList();
        var result = new Load<Duration>().run(readers, Duration.ZERO, measured, clock);
        readers.forEach(PacedReader::close);
        if (!result.failures().isEmpty()) {
            throw new LauncherException("A read failed: " + result.failures().getFirst());
        }
        return result;
    }

    /** One connection with its own times at which a request is due. */
    private static final class PacedReader implements Load.Worker<Duration> {

        private final HttpConnection connection;
        private final Duration between;
        private long due;

        PacedReader(HttpConnection connection, long due, Duration between) {
            this.connection = connection;
            this.due = due;
            this.between = between;
        }

        @Override
        public Duration work() throws Exception {
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            connection.work();
            var time = Duration.ofNanos(System.nanoTime() - due);
            due += between.toNanos();
            return time;
        }

        void close() {
            ReadLoad.close(connection);
        }
    }
}
