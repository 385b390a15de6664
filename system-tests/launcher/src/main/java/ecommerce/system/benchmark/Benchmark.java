package ecommerce.system.benchmark;

import ecommerce.system.benchmark.load.PurchaseLoad;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Report;
import ecommerce.system.process.LauncherException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Measures one checkout, or two in turns, and prints a Markdown table for each measurement and mode. */
public final class Benchmark {

    /** The folder of a version of the shop, and the offset of its ports. */
    public record Place(String label, Path root, int portOffset) {}

    private final List<Place> places;
    private final List<MeasurementKind> kinds;
    private final BenchmarkSettings settings;
    private final PrintStream output;

    public Benchmark(List<Place> places, List<MeasurementKind> kinds, BenchmarkSettings settings, PrintStream output) {
        this.places = List.copyOf(places);
        this.kinds = List.copyOf(kinds);
        this.settings = settings;
        this.output = output;
    }

    /** Runs all measurements. Returns whether all customers' purchases succeeded. */
    public boolean run() {
        return settings.jits().stream().map(this::measure).reduce(true, Boolean::logicalAnd);
    }

    private boolean measure(Jit jit) {
        var checkouts = places.stream()
                .map(place -> new Checkout(place.label(), place.root(), place.portOffset(), jit.environment()))
                .toList();
        var stop = new Thread(() -> stopAll(checkouts));
        Runtime.getRuntime().addShutdownHook(stop);
        var report = new Report(places.stream().map(Place::label).toList());
        var heading = new Heading(checkouts, jit, settings);
        try {
            measureRunningShops(checkouts, report);
            measureStoppedShops(checkouts, report);
        } finally {
            stopAll(checkouts);
            output.println(heading.line() + System.lineSeparator() + System.lineSeparator() + report.tables());
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        return !report.hasAny(Orders.FAILED);
    }

    private void measureRunningShops(List<Checkout> checkouts, Report report) {
        var measurements = measurements(true);
        if (!measurements.isEmpty()) {
            inTurns(checkouts, "starting", Checkout::upFresh);
            measurements.forEach(measurement -> measure(measurement, checkouts, report));
            inTurns(checkouts, "stopping", Checkout::down);
        }
    }

    private void measureStoppedShops(List<Checkout> checkouts, Report report) {
        measurements(false).forEach(measurement -> measure(measurement, checkouts, report));
    }

    private List<Measurement> measurements(boolean ofRunningShops) {
        var purchases = new PurchaseLoad(settings.customers(), settings.betweenLooks());
        return kinds.stream()
                .filter(kind -> kind.needsRunningShops() == ofRunningShops)
                .flatMap(kind -> kind.measurements(settings, purchases).stream())
                .toList();
    }

    private void measure(Measurement measurement, List<Checkout> checkouts, Report report) {
        inTurns(checkouts, measurement.title() + ": warming up", measurement::warmUp);
        var samples = report.section(measurement.title());
        for (var round = 1; round <= settings.rounds(); round++) {
            inTurns(
                    checkouts,
                    "%s: round %d of %d".formatted(measurement.title(), round, settings.rounds()),
                    checkout -> samples.add(checkout.label(), measurement.measure(checkout)));
        }
    }

    /** Stops all running shops, even if one of them can't be stopped. */
    private static void stopAll(List<Checkout> checkouts) {
        for (var checkout : checkouts) {
            try {
                checkout.downIfUp();
            } catch (LauncherException e) {
                System.err.printf("%s can't be stopped: %s%n", checkout.label(), e.getMessage());
            }
        }
    }

    private static void inTurns(List<Checkout> checkouts, String what, Consumer<Checkout> work) {
        for (var checkout : checkouts) {
            System.err.printf("%s, %s%n", checkout.label(), what);
            work.accept(checkout);
        }
    }
}
