package ecommerce.system.benchmark;

import ecommerce.system.benchmark.load.PurchaseLoad;
import ecommerce.system.process.LauncherException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The measurements that the command line can select. */
public enum MeasurementKind {
    READS(true, (settings, purchases) -> Reads.all(settings)),
    PAGES(true, (settings, purchases) -> Reads.pages(settings)),
    ORDERS(true, (settings, purchases) -> List.of(new Orders(settings, purchases))),
    MEMORY(true, (settings, purchases) -> List.of(new Memory(settings, purchases))),
    CATALOGUE(true, (settings, purchases) -> List.of(new Catalogue(settings))),
    START(false, (settings, purchases) -> Start.all(settings));

    private final boolean needsRunningShops;
    private final BiFunction<BenchmarkSettings, PurchaseLoad, List<Measurement>> measurements;

    MeasurementKind(
            boolean needsRunningShops, BiFunction<BenchmarkSettings, PurchaseLoad, List<Measurement>> measurements) {
        this.needsRunningShops = needsRunningShops;
        this.measurements = measurements;
    }

    public static MeasurementKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.commandName().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("Unknown measurement %s. Choose from: %s."
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(MeasurementKind::commandName)
                                        .collect(Collectors.joining(", ")))));
    }

    private String commandName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether all shops must run during the measurement. Otherwise the measurement starts the shops itself, one
     * at a time.
     */
    boolean needsRunningShops() {
        return needsRunningShops;
    }

    List<Measurement> measurements(BenchmarkSettings settings, PurchaseLoad purchases) {
        return measurements.apply(settings, purchases);
    }
}
