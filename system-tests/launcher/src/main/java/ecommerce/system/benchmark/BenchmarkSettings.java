package ecommerce.system.benchmark;

import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.util.List;

/**
 * Settings of a benchmark.
 *
 * @param jits the modes in which each measurement runs
 * @param rounds rounds per checkout
 * @param connections concurrent connections of the read measurements
 * @param customers concurrent customers of the order and memory measurements
 * @param warmUp duration of the warm-up before the first round of each measurement
 * @param measured duration of a round
 * @param betweenLooks how long a customer waits before each request for the order's status
 * @param products products that the catalogue measurement generates, 1 to 10,000,000
 * @param freshClone whether to measure the start of a fresh clone, which takes minutes to build
 */
public record BenchmarkSettings(
        List<Jit> jits,
        int rounds,
        int connections,
        int customers,
        Duration warmUp,
        Duration measured,
        Duration betweenLooks,
        int products,
        boolean freshClone) {

    private static final int MOST_PRODUCTS = 10_000_000;

    public BenchmarkSettings {
        if (rounds < 1 || connections < 1 || customers < 1 || !measured.isPositive() || !betweenLooks.isPositive()) {
            throw new LauncherException("--rounds, --connections, --customers, --seconds and --poll must be above 0.");
        }
        if (products < 1 || products > MOST_PRODUCTS) {
            throw new LauncherException("--products must be from 1 to 10,000,000.");
        }
        if (warmUp.isNegative()) {
            throw new LauncherException("--warm-up must not be negative.");
        }
    }
}
