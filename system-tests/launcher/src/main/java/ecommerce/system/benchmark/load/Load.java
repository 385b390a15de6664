package ecommerce.system.benchmark.load;

import ecommerce.system.benchmark.process.ProcessorTimes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs workers concurrently, each repeating its work, and measures a window of time.
 *
 * @param <T> the result of one unit of work
 */
public final class Load<T> {

    /** A worker that repeats a unit of work. */
    interface Worker<T> {

        T work() throws Exception;
    }

    private record Done<T>(long at, T result) {}

    private record Window(long start, long end, SortedMap<String, Duration> processor) {}

    private final Queue<Done<T>> done = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Runs the workers until the window ends and each worker has finished its current unit of work. A worker stops when
     * its work fails.
     *
     * @param leadIn how long the workers run before the window
     * @param measured the window's length; work that finishes in the window counts
     * @param clock reads the processor times at the start and the end of the window
     */
    LoadResult<T> run(
            List<? extends Worker<T>> workers, Duration leadIn, Duration measured, Supplier<ProcessorTimes> clock) {
        Window window;
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            workers.forEach(worker -> threads.execute(() -> repeat(worker)));
            window = watch(leadIn, measured, clock);
        }
        return result(window);
    }

    private Window watch(Duration leadIn, Duration measured, Supplier<ProcessorTimes> clock) {
        pause(leadIn);
        var before = clock.get();
        var start = System.nanoTime();
        pause(measured);
        var after = clock.get();
        var end = System.nanoTime();
        ended = true;
        return new Window(start, end, after.since(before));
    }

    private void repeat(Worker<T> worker) {
        try {
            do {
                var result = worker.work();
                done.add(new Done<>(System.nanoTime(), result));
            } while (!ended);
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private LoadResult<T> result(Window window) {
        var counted = done.stream()
                .filter(each -> each.at() - window.start() >= 0 && each.at() - window.end() < 0)
                .map(Done::result)
                .toList();
        var time = Duration.ofNanos(window.end() - window.start());
        return new LoadResult<>(counted, time, window.processor(), List.copyOf(failures));
    }

    private static void pause(Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
