package ecommerce.defaults.limit;

import java.time.Duration;

/**
 * Limits how many requests a caller may send.
 *
 * @param requests the size of a burst, which refills evenly
 * @param period the time in which an exhausted burst refills
 */
public record RateLimit(long requests, Duration period) {}
