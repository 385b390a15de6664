package ecommerce.system.benchmark;

import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Measures the time from {@code git clone} to a running shop. Uncommitted changes are not cloned. */
final class FreshClone implements Measurement {

    @Override
    public String title() {
        return "Start: fresh clone";
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        try {
            var folder = Files.createTempDirectory("shop-benchmark-clone");
            try {
                return measure(checkout, folder.resolve("shop"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "The folder of the fresh clone can't be created or deleted: " + e.getMessage(), e);
        }
    }

    private static List<Figure> measure(Checkout checkout, Path folder) {
        var start = System.nanoTime();
        checkout.cloneTo(folder);
        var clone = checkout.at(folder);
        try {
            clone.upFresh();
            return List.of(Figure.seconds("clone to up", Duration.ofNanos(System.nanoTime() - start)));
        } finally {
            clone.downIfUp();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
