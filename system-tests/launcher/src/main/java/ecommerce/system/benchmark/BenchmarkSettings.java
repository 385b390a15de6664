package ecommerce.system.benchmark;

import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.util.List;

/**
 * Says what is measured and how.
 *
 * @param jits each mode, in which everything is measured
 * @param rounds how often each checkout is measured
 * @param connections of the reads
 * @param customers of the orders
 * @param warmUp before the first round of each measurement
 * @param measured in each round
 * @param betweenLooks how long a customer waits before each look at an order
 * @param freshClone whether the start of a fresh clone, which builds for minutes, is measured
 */
public record BenchmarkSettings(
        List<Jit> jits,
        int rounds,
        int connections,
        int customers,
        Duration warmUp,
        Duration measured,
        Duration betweenLooks,
        boolean freshClone) {

    public BenchmarkSettings {
        if (rounds < 1 || connections < 1 || customers < 1 || !measured.isPositive() || !betweenLooks.isPositive()) {
            throw new LauncherException("--rounds, --connections, --customers, --seconds and --poll must be above 0.");
        }
        if (warmUp.isNegative()) {
            throw new LauncherException("--warm-up must not be negative.");
        }
    }
}
