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
 * Lets workers repeat their work at the same time, and measures a window of that.
 *
 * @param <T> what one piece of work results in
 */
public final class Load<T> {

    /** Does one piece of work after the other. */
    interface Worker<T> {

        T work() throws Exception;
    }

    private record Done<T>(long at, T result) {}

    private record Window(long start, long end, SortedMap<String, Duration> processor) {}

    private final Queue<Done<T>> done = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /**
     * Runs until the window ends, and until each worker has finished what it was doing then. A worker that fails stops.
     *
     * @param leadIn for how long the workers run before the window
     * @param measured how long the window is; what is finished in it counts
     * @param clock reads the processor times at both ends of the window
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
