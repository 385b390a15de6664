package ecommerce.system.benchmark.load;

import ecommerce.system.benchmark.process.ShopProcesses;
import ecommerce.system.benchmark.report.Figure;
import ecommerce.system.benchmark.report.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The result of a load in a window of time.
 *
 * @param done the results of the work that finished in the window
 * @param time the window's length
 * @param processor the processor time that each process used in the window
 * @param failures the failures of workers, including those outside the window
 */
public record LoadResult<T>(
        List<T> done, Duration time, SortedMap<String, Duration> processor, List<Exception> failures) {

    /** Returns the units of work per second. */
    public Figure perSecond(String name) {
        return Figure.perSecond(name, done.size(), time);
    }

    /** Returns the median and the 99th percentile of a latency. */
    public List<Figure> latencies(String name, Function<T, Duration> latency) {
        var all = done.stream().map(latency).toList();
        return List.of(
                Figure.milliseconds(name + " p50", Statistics.percentile(all, 50)),
                Figure.milliseconds(name + " p99", Statistics.percentile(all, 99)));
    }

    /**
     * Returns the processor time per unit of work: first the sum without the driver, then each process, and the driver
     * last.
     */
    public List<Figure> processorTimes(String name) {
        var figures = new ArrayList<Figure>();
        var whole = Figure.share(name + ", ms", sum(shop()), done.size());
        figures.add(whole);
        processor.forEach((process, time) -> {
            if (!process.equals(ShopProcesses.DRIVER)) {
                figures.add(Figure.share("%s of %s, ms".formatted(name, process), time, done.size())
                        .partOf(whole));
            }
        });
        figures.add(Figure.share(
                "%s of the driver (not in the sum), ms".formatted(name),
                processor.getOrDefault(ShopProcesses.DRIVER, Duration.ZERO),
                done.size()));
        return figures;
    }

    private Collection<Duration> shop() {
        return processor.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(ShopProcesses.DRIVER))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Duration sum(Collection<Duration> times) {
        return times.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
