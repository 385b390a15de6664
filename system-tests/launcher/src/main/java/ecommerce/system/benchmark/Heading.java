package ecommerce.system.benchmark;

import ecommerce.system.benchmark.process.Checkout;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes the measured versions and the conditions of the run. */
final class Heading {

    private final Jit jit;
    private final BenchmarkSettings settings;
    private final String commits;
    private final String loadAtStart = loadAverage();

    Heading(List<Checkout> checkouts, Jit jit, BenchmarkSettings settings) {
        this.jit = jit;
        this.settings = settings;
        this.commits = checkouts.stream()
                .map(checkout -> "%s = %s".formatted(checkout.label(), checkout.commit()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the heading. The current load average becomes the one at the end of the run. */
    String line() {
        return "**%s**: %s; %d rounds of %d s after %d s of warm-up; %d processors, JDK %s; load average %s to %s"
                .formatted(
                        jit.title(),
                        commits,
                        settings.rounds(),
                        settings.measured().toSeconds(),
                        settings.warmUp().toSeconds(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        loadAtStart,
                        loadAverage());
    }

    private static String loadAverage() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
