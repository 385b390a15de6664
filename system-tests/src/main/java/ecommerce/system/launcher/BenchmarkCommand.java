package ecommerce.system.launcher;

import ecommerce.system.benchmark.Benchmark;
import ecommerce.system.benchmark.BenchmarkSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "benchmark",
        description = "Starts a shop of its own, and measures how many orders it confirms a second, and how fast.")
final class BenchmarkCommand implements Callable<Integer> {

    /** Beside shops that people run. */
    private static final int PORT_OFFSET = 12_500;

    @Mixin
    private ShopOptions shop;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "32", description = "At the same time.")
    private int customers;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "That count.")
    private int seconds;

    @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "240", description = "Before any count.")
    private int warmUpSeconds;

    @Override
    public Integer call() {
        new Build(shop.root(), shop.state().log("build")).run();
        var settings =
                new BenchmarkSettings(customers, Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(seconds));
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        var result = new Benchmark(shop.root(), offset, settings).run();
        System.out.println(result);
        return result.failures() == 0 ? 0 : 1;
    }
}
