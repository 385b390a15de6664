package ecommerce.system.benchmark;

import java.time.Duration;

/**
 * A measurement.
 *
 * @param customers at the same time, each with one order under way
 * @param warmUp before anything counts
 * @param measured for how long it counts
 */
public record BenchmarkSettings(int customers, Duration warmUp, Duration measured) {}
