package ecommerce.system.launcher;

import ecommerce.system.benchmark.Benchmark;
import ecommerce.system.benchmark.BenchmarkSettings;
import ecommerce.system.benchmark.Jit;
import ecommerce.system.benchmark.MeasurementKind;
import ecommerce.system.options.ShopOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "benchmark",
        description = {
            "Starts the shop of this checkout, and optionally of another, measures them in turns and prints tables.",
            "Exits with 1 if a measurement failed. Takes more than an hour with the defaults."
        })
final class BenchmarkCommand implements Callable<Integer> {

    /** Keeps the ports apart from those of other shops on this machine. */
    private static final int PORT_OFFSET = 12_500;

    /**
     * Must not be 1,000, the distance between a service's port and its management port. Otherwise the two shops would
     * share ports.
     */
    private static final int DISTANCE = 700;

    @Mixin
    private ShopOptions shop;

    @Parameters(
            arity = "0..*",
            paramLabel = "MEASUREMENT",
            description = "reads, pages, orders, memory, catalogue or start; all of them by default.")
    private List<String> measurements = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Another checkout to measure in turns with this one.")
    private @Nullable Path against;

    @Option(names = "--jit", paramLabel = "MODE", defaultValue = "both", description = "shipped, full or both.")
    private String jit;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds per checkout.")
    private int rounds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "Concurrent connections of the reads.")
    private int connections;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "16", description = "Concurrent customers.")
    private int customers;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "Seconds per round.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Duration of the warm-up before each measurement.")
    private int warmUpSeconds;

    @Option(
            names = "--poll",
            paramLabel = "MS",
            defaultValue = "40",
            description = "Milliseconds between requests for an order's status.")
    private int pollMillis;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Products that catalogue generates and imports.")
    private int products;

    @Option(names = "--fresh-clone", description = "With start, measures the start of a fresh clone too.")
    private boolean freshClone;

    @Override
    public Integer call() {
        return new Benchmark(places(), kinds(), settings(), System.out).run() ? 0 : 1;
    }

    List<Benchmark.Place> places() {
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        var here = new Benchmark.Place("A", shop.root(), offset);
        return against == null
                ? List.of(here)
                : List.of(
                        here, new Benchmark.Place("B", against.toAbsolutePath().normalize(), offset + DISTANCE));
    }

    List<MeasurementKind> kinds() {
        return measurements.isEmpty()
                ? List.of(MeasurementKind.values())
                : measurements.stream()
                        .map(MeasurementKind::named)
                        .distinct()
                        .sorted()
                        .toList();
    }

    BenchmarkSettings settings() {
        return new BenchmarkSettings(
                Jit.named(jit),
                rounds,
                connections,
                customers,
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(seconds),
                Duration.ofMillis(pollMillis),
                products,
                freshClone);
    }
}
